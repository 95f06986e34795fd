import { describe, expect, it } from 'vitest'
import { parsed, questionWith, readSample } from '../question/testing/read-sample.ts'
import { makePool } from './make-pool.ts'
import { firstFields, separationsOf } from './separation.ts'
import { executorsWith } from './testing/executors.ts'

const withSlips = (source: string) => source.replace('title:', 'slips: auto\ntitle:')

async function poolOf(source: string, count = 6) {
  const question = parsed(source)
  const pool = await makePool(question, { count, seedPrefix: 's', executors: executorsWith(), maximumTries: 20 })
  return { question, ...pool }
}

/** What is offered for a small question, as what stands in the place of `y`. */
async function offered(lines: string): Promise<string[]> {
  const drawn =
    'parameters:\n  x: decimals([3], 1, 9, 1)\n  z: decimals([3], 1, 9, 1)\n  s: decimal(2, 3, 1)\nslips: auto\n'
  const { question, accepted } = await poolOf(questionWith(drawn + lines))
  const ids = new Set(accepted.flatMap(({ key }) => Object.keys(key.alternatives)))
  return question.alternatives.filter((a) => a.automatic && ids.has(a.id)).map((a) => a.steps[0]?.source ?? '')
}

describe('automatic slips in keys', () => {
  it('never cost a draw: the same variants are accepted, with the same authored part of their keys', async () => {
    const options = { count: 16, seedPrefix: 's', executors: executorsWith() }
    const question = parsed(withSlips(readSample('gru-step')))
    const authored = question.alternatives.filter(({ automatic }) => !automatic)
    const auto = await makePool(question, options)
    const plain = await makePool({ ...question, alternatives: authored }, options)
    expect(auto.accepted.map(({ variant }) => variant.seed)).toEqual(plain.accepted.map(({ variant }) => variant.seed))
    for (const [k, { key }] of auto.accepted.entries()) {
      expect(key).toMatchObject(plain.accepted[k]!.key)
      const added = Object.keys(key.alternatives).length - Object.keys(plain.accepted[k]!.key.alternatives).length
      expect(added).toBeGreaterThan(15)
    }
  })

  it('are as far from the truth, from the author’s and from each other as the author’s are', async () => {
    const { question, accepted } = await poolOf(withSlips(readSample('gru-step')), 8)
    for (const { key } of accepted) {
      const close = separationsOf(question, key).filter(({ sufficient }) => !sufficient)
      expect(close).toEqual([])
      for (const { id, automatic } of question.alternatives) {
        const fields = Object.keys(key.alternatives[id] ?? {})
        if (automatic) expect(firstFields(question, fields)).toEqual(fields)
      }
    }
  })

  it('are left out too near the truth', async () => {
    expect(await offered('reference:\n  y: x .* z + 0.0001 s')).not.toContain('x .* z')
    expect(await offered('reference:\n  y: x .* z + s')).toContain('x .* z')
  })

  it('are left out where an author’s alternative leads to the same', async () => {
    const own = 'reference:\n  y: x .* z + s\nmistakes:\n  m: { steps: { y: z .* x }, says: No }'
    expect(await offered(own)).not.toContain('x .* z')
  })

  it('are left out where a slip before leads to the same', async () => {
    const slips = await offered('reference:\n  y: s (x .* z)\nmistakes:\n  m: { steps: { y: x }, says: No }')
    expect(slips).toContain('x .* z')
    expect(slips.filter((slip) => slip === 's z' || slip === 's x')).toHaveLength(2)
    expect(await offered('reference:\n  y: x / s / s')).toEqual(expect.arrayContaining(['x / s']))
    expect((await offered('reference:\n  y: x / s / s')).filter((slip) => slip === 'x / s')).toHaveLength(1)
  })

  it('are left out where no work leads to it: zeros, a number as given, one number in every cell', async () => {
    expect(await offered('reference:\n  y: sigmoid(x / 9)')).not.toContain('x')
    expect(await offered('reference:\n  y: tanh(x)')).not.toContain('x')
    expect(await offered('reference:\n  y: x .* z')).toEqual([])
    expect(await offered('reference:\n  y: softmax(s - x)')).not.toContain('x - s')
    expect(await offered('reference:\n  y: s ones(3) + x .* z')).not.toContain('s ones(3)')
  })

  it('are left out where rounding would change a branch of the wrong computation', async () => {
    const lines = (factor: string) => `reference:\n  u: ${factor} z\n  y: (relu(u + s) + 2) .* z`
    expect(await offered(lines('0.00004'))).not.toContain('(relu(u) + 2) .* z')
    expect(await offered(lines('0.1'))).toContain('(relu(u) + 2) .* z')
  })

  it('are left out where they do not fit the sizes drawn', async () => {
    const lines = `parameters:\n  n: pick(2, 3)\n  A: decimals([2, n], 1, 9, 1)\n  x: decimals([n], 1, 9, 1)\nreference:\n  y: A x\nslips: { kinds: [transpose] }`
    const { question, accepted, report } = await poolOf(questionWith(lines), 12)
    expect(report.accepted).toBe(12)
    for (const { variant, key } of accepted) {
      const fits = variant.params.n?.data[0] === 2
      const mine = question.alternatives.filter(({ id }) => key.alternatives[id])
      if (!fits) expect(mine).toEqual([])
    }
  })
})
