import { expect, it } from 'vitest'
import { type Drawable, drawVersion } from './draw-version.ts'

const section = { id: 's', title: 'Set', instructions: '', pick: 2, shuffle: true }
const question = (id: string, own: Drawable['section'] = null): Drawable => ({
  id,
  points: 5,
  variants: ['1', '2', '3'].map((n) => `${id}${n}`),
  section: own,
})
const ids = (questions: readonly Drawable[], version: number) => drawVersion(questions, version).map(({ id }) => id)
const variants = (questions: readonly Drawable[], version: number) =>
  drawVersion(questions, version).map(({ variant }) => variant)

it('every version has numbers of its own, and the same whenever it is asked for', () => {
  const plain = [question('a'), question('b')]
  expect([1, 2, 3].map((version) => variants(plain, version))).toEqual([
    ['a1', 'b1'],
    ['a2', 'b2'],
    ['a3', 'b3'],
  ])
  expect(variants(plain, 2)).toEqual(variants(plain, 2))
})

it('a set gives so many of its questions where it stands, in an order of the version’s own', () => {
  const set = [...'abcdef'].map((id) => question(id, section))
  const all = [question('first'), ...set, question('last')]
  const drawn = Array.from({ length: 30 }, (_, k) => ids(all, k + 1))
  for (const one of drawn) {
    expect([one.length, one[0], one.at(-1)]).toEqual([4, 'first', 'last'])
    expect(new Set(one).size).toBe(4)
  }
  const pairs = drawn.map((one) => one.slice(1, 3).join(''))
  // both orders turn up, and every question
  expect(pairs.some((pair) => pair > [...pair].reverse().join(''))).toBe(true)
  expect(pairs.some((pair) => pair < [...pair].reverse().join(''))).toBe(true)
  expect(new Set(pairs.join('')).size).toBe(6)
  // what is not shuffled stands as it was put
  const still = set.map((one) => ({ ...one, section: { ...section, shuffle: false } }))
  for (let version = 1; version < 30; version += 1) expect(ids(still, version)).toEqual(ids(still, version).toSorted())
})
