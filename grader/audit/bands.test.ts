import { describe, expect, it } from 'vitest'
import type { BatchTensor } from '../backends/executor.ts'
import { float64Executor } from '../backends/float64.ts'
import { compile } from '../language/compile.ts'
import type { Plan } from '../language/plan.ts'
import { operations } from '../operations/library.ts'
import type { QuestionDefinition } from '../question/definition.ts'
import { drawVariant } from '../question/draw-variant.ts'
import { judgedFields } from '../question/fields.ts'
import { programOf } from '../question/program.ts'
import { parsed, questionWith, readSample } from '../question/testing/read-sample.ts'
import { bandsOf } from './bands.ts'
import { parameterRows, runVariants } from './rows.ts'

const executor = float64Executor()

function planOf(definition: QuestionDefinition): Plan {
  const result = compile(programOf(definition, drawVariant(definition, 'plan')), operations)
  if (!result.ok) throw new Error(JSON.stringify(result.problems))
  return result.plan
}

async function bandsFor(source: string) {
  const definition = parsed(source)
  const [bands] = await bandsOf(definition, planOf(definition), [drawVariant(definition, 's')], executor)
  if (!bands) throw new Error('no bands')
  return bands
}

const two = (answers: string) =>
  questionWith('parameters:\n  x: [3, 4]\nreference:\n  y: 0.1 x\n  z: norm(y)', ':answer[y] :answer[z]', answers)

describe('the band of a field', () => {
  it('is half a unit where nothing is upstream', async () => {
    const { bands } = await bandsFor(two('y: { points: 1, decimals: 2 }\n  z: { points: 1 }'))
    expect(bands.y).toEqual([0.005, 0.005])
  })

  it('adds the effect of half a unit in every entry of every step upstream', async () => {
    const { bands } = await bandsFor(two('y: { points: 1, decimals: 2 }\n  z: { points: 1, decimals: 3 }'))
    // the norm of [0.3, 0.4] moves by 0.6 and 0.8 of what its entries move by
    expect(bands.z?.[0]).toBeCloseTo(0.0005 + (0.6 + 0.8) * 0.005, 4)
  })

  it("rounds a step that is not asked to the question's decimals", async () => {
    const source = two('z: { points: 1, decimals: 1 }').replace(':answer[y] ', '')
    expect((await bandsFor(source)).bands.z?.[0]).toBeCloseTo(0.05 + 1.4 * 0.0005, 5)
    const coarse = source.replace('title: Small', 'title: Small\ndecimals: 1')
    expect((await bandsFor(coarse)).bands.z?.[0]).toBeCloseTo(0.05 + 1.4 * 0.05, 2)
  })

  it('is multiplied by the leniency', async () => {
    const source = two('y: { points: 1, decimals: 2 }\n  z: { points: 1 }').replace(
      'title: Small',
      'title: Small\nleniency: 2',
    )
    expect((await bandsFor(source)).bands.y).toEqual([0.01, 0.01])
  })

  it('is 0 for integers, and integers upstream are not rounded', async () => {
    const lines = 'parameters:\n  n: 7\nreference:\n  y: 2 n + 1\n  z: y / 3'
    const { bands } = await bandsFor(
      questionWith(lines, ':answer[y] :answer[z]', 'y: { points: 1 }\n  z: { points: 1 }'),
    )
    expect(bands).toEqual({ y: [0], z: [0.0005] })
  })
})

/** Works through the steps as a student does: every value rounded to the decimals asked for before it is used again. */
async function roundingStudent(definition: QuestionDefinition, plan: Plan, seed: string) {
  const variant = drawVariant(definition, seed)
  const truth = await runVariants(plan, [variant], executor)
  const overrides: Record<string, BatchTensor> = {}
  let answers = truth
  for (const { name, type } of plan.steps) {
    const run = await executor.run(plan, { rows: 1, parameters: parameterRows(plan, [variant]), overrides })
    const decimals = judgedFields(definition).find((field) => field.step === name && field.kind !== 'shape')
    const scale = 10 ** (decimals && 'decimals' in decimals ? decimals.decimals : definition.decimals)
    const data = run[name]?.data.map((value) => Math.round(value * scale) / scale) ?? new Float64Array()
    overrides[name] = { shape: type.shape, data }
    answers = { ...answers, [name]: { shape: type.shape, data } }
  }
  return { variant, truth, answers }
}

describe('soundness', () => {
  it.each([
    ['three decimals', (source: string) => source],
    ['one decimal', (source: string) => source.replaceAll('decimals: 3', 'decimals: 1')],
  ])('a student who rounds every step correctly stays within the band: %s', async (_, change) => {
    const definition = parsed(change(readSample('gru-step')))
    const plan = planOf(definition)
    let closest = 0
    for (let k = 0; k < 60; k++) {
      const { variant, truth, answers } = await roundingStudent(definition, plan, `student-${k}`)
      const [measured] = await bandsOf(definition, plan, [variant], executor)
      for (const { name, step } of judgedFields(definition)) {
        for (const [i, band] of (measured?.bands[name] ?? []).entries()) {
          const error = Math.abs((answers[step]?.data[i] ?? NaN) - (truth[step]?.data[i] ?? NaN))
          expect(error).toBeLessThanOrEqual(band * (1 + 1e-9))
          closest = Math.max(closest, error / band)
        }
      }
    }
    // and the band is not lax either: somebody comes near its edge
    expect(closest).toBeGreaterThan(0.9)
  })
})

describe('a rounded step that may change a branch is told', () => {
  const branch = (x: string, reference: string) =>
    bandsFor(questionWith(`parameters:\n  x: ${x}\nreference:\n  z: 1.0 x\n  ${reference}`))

  it('relu, max, abs at their corner', async () => {
    expect((await branch('[0.0002, 1]', 'y: relu(z)')).kinks).toContainEqual({ step: 'z', field: 'y' })
    expect((await branch('[0.7001, 0.7]', 'y: max(z[1], z[2])')).kinks).toHaveLength(2)
    expect((await branch('[-0.0001, 3]', 'y: abs(z)')).kinks).toHaveLength(1)
  })

  it('not away from it, and not at an exact 0', async () => {
    expect((await branch('[0.2, 1]', 'y: relu(z)')).kinks).toEqual([])
    expect((await branch('[0, 0.5]', 'y: relu(z)')).kinks).toEqual([])
    expect((await branch('[0.6, -0.9]', 'y: sigmoid(z) .* z^2')).kinks).toEqual([])
  })

  it('floor, and any other integer', async () => {
    expect((await branch('[1.9998, 0.5]', 'y: floor(z)')).kinks).toEqual([{ step: 'z', field: 'y' }])
    expect((await branch('[1.7, 0.5]', 'y: floor(z)')).kinks).toEqual([])
  })

  it('floor within a field that is no integer', async () => {
    expect((await branch('[1.9998, 0.5]', 'y: floor(z) * 0.37')).kinks).not.toEqual([])
  })
})
