import type { Tensor } from '@tensorflow/tfjs'
import type { Instruction, Plan } from '../language/plan.ts'
import { sizeOf, type TensorType } from '../language/types.ts'
import type { Tfjs } from '../operations/operation.ts'
import type { Batch, BatchTensor } from './executor.ts'
import { operationNamed } from './float64.ts'
import { rowsOfValues } from './values.ts'

/** Consecutive rows of a batch that run together. */
export interface RowBlock {
  from: number
  to: number
}

/**
 * Runs a plan over a block of rows and gives the recomputed steps, flat and one after the other in one tensor (one
 * readback), with the number of rows of each (1 where a step depends on nothing). To be called inside tf.tidy.
 */
export function runBlock(tf: Tfjs, plan: Plan, batch: Batch, block: RowBlock): { values: Tensor; rows: number[] } {
  const values: Tensor[] = []
  const recomputed = new Map<string, Tensor>()
  const standing = new Map<string, Tensor>()
  for (const [at, instruction] of plan.instructions.entries()) {
    const value = evaluate(tf, instruction, plan, batch, block, values, standing)
    checkShape(instruction, value, block)
    values.push(value)
    for (const step of plan.steps) {
      if (step.result !== at) continue
      recomputed.set(step.name, value)
      standing.set(step.name, withOverride(tf, value, step.name, step.type, batch, block))
    }
  }
  const results = plan.steps.map((step) => {
    const value = recomputed.get(step.name)
    if (!value) throw new Error(`The step ${step.name} has no result.`)
    return value
  })
  const flat = results.map((value) => tf.cast(value, 'float32').reshape([value.size]))
  return { values: tf.concat(flat), rows: results.map((value) => value.shape[0] ?? 1) }
}

function evaluate(
  tf: Tfjs,
  instruction: Instruction,
  plan: Plan,
  batch: Batch,
  block: RowBlock,
  values: readonly Tensor[],
  standing: ReadonlyMap<string, Tensor>,
): Tensor {
  switch (instruction.kind) {
    case 'constant':
      return tf.fill([1, ...instruction.type.shape], instruction.value)
    case 'parameter': {
      const { name, type } = instruction
      return tf
        .tensor(blockOf(name, batch.parameters[name], type, batch, block), undefined, 'float32')
        .reshape([-1, ...type.shape])
    }
    case 'step': {
      const value = standing.get(instruction.name)
      if (!value) throw new Error(`The step ${instruction.name} is read before it is computed.`)
      return value
    }
    case 'apply': {
      const args = instruction.args.map((i) => {
        const value = values[i]
        if (!value) throw new Error(`Instruction ${i} is read before it is computed.`)
        return value
      })
      const shapes = instruction.args.map((i) => plan.instructions[i]?.type.shape ?? [])
      return operationNamed(instruction.operation).tfjs(tf, args, instruction.statics, shapes)
    }
  }
}

function blockOf(
  name: string,
  given: BatchTensor | undefined,
  type: TensorType,
  batch: Batch,
  block: RowBlock,
): Float32Array {
  const shared = rowsOfValues(name, given, type, batch.rows) === 1
  const size = sizeOf(type.shape)
  const data = given?.data ?? new Float64Array()
  return Float32Array.from(shared ? data : data.subarray(block.from * size, block.to * size))
}

/** The override where it is a number, else the recomputed entry. NaN is told apart here: a GPU need not keep it. */
function withOverride(tf: Tfjs, value: Tensor, name: string, type: TensorType, batch: Batch, block: RowBlock): Tensor {
  const given = batch.overrides?.[name]
  if (!given) return value
  const put = blockOf(name, given, type, batch, block)
  if (put.every((entry) => Number.isNaN(entry))) return value
  const shape = [put.length / sizeOf(type.shape), ...type.shape]
  const kept = tf.tensor(
    Uint8Array.from(put, (entry) => (Number.isNaN(entry) ? 1 : 0)),
    shape,
    'bool',
  )
  return tf.where(
    kept,
    value,
    tf.tensor(
      put.map((entry) => (Number.isNaN(entry) ? 0 : entry)),
      shape,
      'float32',
    ),
  )
}

function checkShape(instruction: Instruction, value: Tensor, block: RowBlock): void {
  const [rows, ...shape] = value.shape
  const wanted = instruction.type.shape
  const right = shape.length === wanted.length && shape.every((n, i) => n === wanted[i])
  if (right && (rows === 1 || rows === block.to - block.from)) return
  const what = instruction.kind === 'apply' ? instruction.operation : instruction.kind
  throw new Error(`${what} gave ${value.shape.join('×')} where ${wanted.join('×') || 'a scalar'} a row was promised.`)
}
