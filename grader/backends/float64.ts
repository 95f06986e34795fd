import type { Instruction, Plan } from '../language/plan.ts'
import { sizeOf } from '../language/types.ts'
import { operations } from '../operations/library.ts'
import type { Operation, Tensor64 } from '../operations/operation.ts'
import type { Batch, BatchRun, BatchTensor, Executor } from './executor.ts'
import { rowsOfValues } from './values.ts'

/** The reference execution: plain float64 loops, one row at a time, the same result on every machine. */
export function float64Executor(): Executor {
  return { name: 'float64', run: async (plan, batch) => runFloat64(plan, batch) }
}

export function runFloat64(plan: Plan, batch: Batch): BatchRun {
  const steps = plan.steps.map((step) => prepareStep(step, plan, batch))
  const atResult = new Map<number, PreparedStep[]>()
  for (const step of steps) atResult.set(step.result, [...(atResult.get(step.result) ?? []), step])
  const evaluators = plan.instructions.map((instruction) => evaluator(instruction, plan, batch))
  const values: Tensor64[] = new Array(plan.instructions.length)
  const standing = new Map<string, Tensor64>()
  for (let row = 0; row < batch.rows; row++) {
    for (const [at, evaluate] of evaluators.entries()) {
      // what depends on no parameter and no step is computed in the first row only
      if (row === 0 || !evaluate.constant) values[at] = evaluate.value(values, standing, row)
      const value = values[at]
      for (const step of atResult.get(at) ?? []) if (value) standing.set(step.name, finish(step, value, row))
    }
  }
  return Object.fromEntries(steps.map((step) => [step.name, { shape: step.shape, data: step.data }]))
}

interface Evaluator {
  constant: boolean
  value(values: readonly Tensor64[], standing: ReadonlyMap<string, Tensor64>, row: number): Tensor64
}

function evaluator(instruction: Instruction, plan: Plan, batch: Batch): Evaluator {
  switch (instruction.kind) {
    case 'constant': {
      const data = new Float64Array(sizeOf(instruction.type.shape)).fill(instruction.value)
      const value = { shape: instruction.type.shape, data }
      return { constant: true, value: () => value }
    }
    case 'parameter': {
      const given = batch.parameters[instruction.name]
      const constant = rowsOfValues(instruction.name, given, instruction.type, batch.rows) === 1 && batch.rows > 1
      return { constant, value: (_values, _standing, row) => rowOf(given, instruction.type.shape, constant ? 0 : row) }
    }
    case 'step': {
      const { name } = instruction
      return {
        constant: false,
        value(_values, standing) {
          const value = standing.get(name)
          if (!value) throw new Error(`The step ${name} is read before it is computed.`)
          return value
        },
      }
    }
    case 'apply': {
      const operation = operationNamed(instruction.operation)
      const { args, statics } = instruction
      return {
        constant: isConstant(instruction, plan),
        value: (values) =>
          operation.float64(
            args.map((i) => computed(values, i)),
            statics,
          ),
      }
    }
  }
}

function isConstant(instruction: Instruction, plan: Plan): boolean {
  if (instruction.kind !== 'apply') return instruction.kind === 'constant'
  return instruction.args.every((i) => {
    const from = plan.instructions[i]
    return from !== undefined && isConstant(from, plan)
  })
}

export function operationNamed(name: string): Operation {
  const operation = operations.get(name)
  if (!operation) throw new Error(`The library has no operation ${name}.`)
  return operation
}

function computed(values: readonly Tensor64[], i: number): Tensor64 {
  const value = values[i]
  if (!value) throw new Error(`Instruction ${i} is read before it is computed.`)
  return value
}

function rowOf(given: BatchTensor | undefined, shape: readonly number[], row: number): Tensor64 {
  const size = sizeOf(shape)
  return { shape, data: (given?.data ?? new Float64Array()).subarray(row * size, (row + 1) * size) }
}

interface PreparedStep {
  name: string
  result: number
  shape: readonly number[]
  size: number
  /** the recomputed values of all rows */
  data: Float64Array
  override: BatchTensor | undefined
  /** 0 where one override serves every row, else 1 */
  overrideStride: number
}

function prepareStep(step: Plan['steps'][number], plan: Plan, batch: Batch): PreparedStep {
  const override = batch.overrides?.[step.name]
  const stride = override && rowsOfValues(step.name, override, step.type, batch.rows) === batch.rows ? 1 : 0
  const size = sizeOf(step.type.shape)
  if (!plan.instructions[step.result]) throw new Error(`The step ${step.name} has no result.`)
  const data = new Float64Array(batch.rows * size)
  return { name: step.name, result: step.result, shape: step.type.shape, size, data, override, overrideStride: stride }
}

/** Keeps the recomputed value and gives what later steps read: the override where it is a number. */
function finish(step: PreparedStep, value: Tensor64, row: number): Tensor64 {
  step.data.set(value.data, row * step.size)
  if (!step.override) return value
  const data = Float64Array.from(value.data)
  const from = row * step.overrideStride * step.size
  for (let i = 0; i < step.size; i++) {
    const put = step.override.data[from + i] ?? Number.NaN
    if (!Number.isNaN(put)) data[i] = put
  }
  return { shape: step.shape, data }
}
