import { expect, it } from 'vitest'
import { parsed, questionWith, readSample } from '../question/testing/read-sample.ts'
import { countCollisions } from './collisions.ts'
import { makePool } from './make-pool.ts'
import { executorsWith } from './testing/executors.ts'

const executors = executorsWith()

async function collisionsOf(source: string, count = 100) {
  const definition = parsed(source)
  const { accepted } = await makePool(definition, { count: 6, seedPrefix: 's', executors })
  return { definition, accepted, found: await countCollisions(definition, accepted, executors, count) }
}

it('counts the draws in which a mistake cannot be told, which the audit keeps away', async () => {
  const { found } = await collisionsOf(readSample('conv-size'))
  expect(found.draws).toBeGreaterThan(10)
  expect(found.before).toBeGreaterThan(0.3)
  expect(found.after).toBe(0)
})

it('counts no draw that breaks a condition of the author', async () => {
  const lines =
    'parameters:\n  n: integer(2, 9)\nwhere: n > 5\nreference:\n  y: 3 n\nmistakes:\n  m: { steps: { y: n }, says: No }'
  const { found } = await collisionsOf(questionWith(lines), 200)
  expect(found.draws).toBeGreaterThan(60)
  expect(found.draws).toBeLessThan(140)
  expect(found.before).toBe(0)
})

it('counts an alternative that changes nothing, and one that hits another', async () => {
  const lines = (mistakes: string) =>
    `parameters:\n  n: integer(2, 5)\n  k: integer(2, 5)\nreference:\n  y: 7 n k\nmistakes:\n${mistakes}`
  const nothing = await collisionsOf(questionWith(lines('  m: { steps: { y: 7 n n }, says: No }')))
  expect(nothing.found.before).toBeGreaterThan(0.1)
  const both = lines('  m: { steps: { y: n }, says: No }\n  l: { steps: { y: k }, says: No }')
  expect((await collisionsOf(questionWith(both))).found.before).toBeGreaterThan(0.1)
})

it('tells variants that were accepted and should not have been', async () => {
  const { definition, accepted } = await collisionsOf(readSample('conv-size'))
  const spoiled = accepted.map(({ variant, key }, k) => {
    const [id = ''] = Object.keys(key.alternatives)
    return k > 0 ? { variant, key } : { variant, key: { ...key, alternatives: { ...key.alternatives, [id]: {} } } }
  })
  expect((await countCollisions(definition, spoiled, executors, 10)).after).toBeCloseTo(1 / 6)
})
