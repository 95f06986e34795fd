import { describe, expect, it } from 'vitest'
import type { PropertyField } from '../question/property-program.ts'
import { isTooLarge, judgeProperty, type PropertyFacts } from './judge-property.ts'
import type { Outcome } from './property/outcome.ts'
import type { Reading } from './reading.ts'

const place = { line: 1, column: 1 }
const field = {
  ...place,
  kind: 'property',
  name: 'v',
  label: 'v',
  points: 3,
  after: [],
  decimals: 2,
  holds: [
    { says: 'It adds up.', share: 0.75 },
    { says: 'It is not negative.', share: 0.25 },
  ],
  mistakes: [
    { id: 'halved', says: 'You halved it.', earns: 0.1 },
    { id: 'turned', says: 'You turned it.', earns: null },
  ],
} as unknown as PropertyField

/** A grid in which `_` is blank and `?` cannot be read. */
function reading(cells: string): Reading {
  const typed = cells.split(' ')
  const read = typed.map((cell) => (cell === '_' || cell === '?' ? Number.NaN : Number(cell)))
  return {
    state: read.some((value) => !Number.isNaN(value)) ? 'read' : typed.includes('?') ? 'unreadable' : 'empty',
    shape: [typed.length],
    values: read,
    cells: typed.map((cell) => (cell === '_' ? 'empty' : cell === '?' ? 'unreadable' : 'filled')),
    decimals: typed.map(() => 2),
    message: typed.includes('?') ? 'Unreadable: ?' : null,
  }
}

interface Found {
  certain?: boolean
  blamed?: number[]
}

/** What became of an answer: which properties hold. */
function outcome(holds: (boolean | null)[], { certain = true, blamed = [] }: Found = {}): Outcome {
  const distances = holds.map((held) => [held === null ? Number.NaN : held ? 0 : 9])
  return { holds, distances, certain, blamed: () => new Set(blamed) } as unknown as Outcome
}

const both = outcome([true, true])
const none = outcome([false, false])
const judged = (cells: string, known: Partial<PropertyFacts> = {}) =>
  judgeProperty({
    field,
    reading: reading(cells),
    broken: null,
    outcome: none,
    trivial: [],
    through: null,
    cheap: false,
    mistakes: new Map(),
    ...known,
  })
const held = (grading: ReturnType<typeof judged>) => grading.properties?.map((one) => one.held)

describe('an answer of which properties are asked', () => {
  it('is empty or unreadable as a whole, and nothing is said of its properties and cells', () => {
    const empty = judged('_ _', { outcome: both, broken: 'torn' })
    expect(empty).toEqual({
      field: 'v',
      kind: 'property',
      points: 3,
      verdict: 'empty',
      score: 0,
      properties: [
        { says: 'It adds up.', held: null, share: 0.75 },
        { says: 'It is not negative.', held: null, share: 0.25 },
      ],
    })
    const torn = judged('? _', { outcome: both })
    expect(torn).toMatchObject({ verdict: 'unreadable', score: 0, message: 'Unreadable: ?' })
    expect(held(torn)).toEqual([null, null])
    expect(torn).not.toHaveProperty('cells')
  })

  it('is right where all hold and every cell is filled', () => {
    const right = judged('1 2', { outcome: both })
    expect(right).toMatchObject({ verdict: 'right', score: 1, cells: ['right', 'right'] })
    expect(right).toMatchObject({ parsed: { shape: [2], data: [1, 2] } })
    expect(held(right)).toEqual([true, true])
    expect(right).not.toHaveProperty('message')
    expect(right).not.toHaveProperty('cheap')
    expect(judged('1', { outcome: both })).not.toHaveProperty('cells')
    const half = judged('1 _', { outcome: both })
    expect(half).toMatchObject({ verdict: 'partial', score: 0.5, cells: ['right', 'empty'] })
    expect(half).not.toHaveProperty('parsed')
    expect(judged('1 2 _', { outcome: both }).score).toBeCloseTo(2 / 3, 12)
  })

  it('earns the shares of what holds, less what is trivial', () => {
    expect(judged('1 2', { outcome: outcome([true, false]) })).toMatchObject({ verdict: 'partial', score: 0.75 })
    expect(judged('1 2', { outcome: outcome([false, true]) })).toMatchObject({ verdict: 'partial', score: 0.25 })
    const trivial = [outcome([false, true])]
    expect(judged('1 2', { outcome: outcome([false, true]), trivial })).toMatchObject({ verdict: 'wrong', score: 0 })
    expect(judged('1 2')).toMatchObject({ verdict: 'wrong', score: 0 })
  })
})

describe('what must not be scored', () => {
  it('is held with its reason', () => {
    expect(judged('1 2', { broken: 'torn', outcome: null })).toMatchObject({
      verdict: 'broken',
      score: null,
      staffNote: 'torn',
    })
    expect(judged('1 2', { outcome: null }).staffNote).toBe('It was not executed.')
    const uncertain = judged('1 2', { outcome: outcome([true, true], { certain: false }) })
    expect(uncertain).toMatchObject({ verdict: 'broken', score: null, staffNote: expect.stringContaining('both exec') })
    expect(held(uncertain)).toEqual([null, null])
    expect(uncertain).not.toHaveProperty('cells')
  })

  it('is no number that is too large for its decimals: that is wrong', () => {
    const large = judged('1e15 2', { outcome: null })
    expect(large).toMatchObject({ verdict: 'wrong', score: 0, message: expect.stringContaining('too large') })
    expect(large.cells).toEqual(['wrong', 'right'])
    expect(judged('2 1e15', { outcome: null, broken: 'torn' })).toMatchObject({ verdict: 'broken', staffNote: 'torn' })
    expect(judged('Infinity 2', { outcome: null })).not.toHaveProperty('parsed')
    expect(isTooLarge(field, 2 ** 53 / 100)).toBe(true)
    expect(isTooLarge(field, -(2 ** 53) / 100)).toBe(true)
    expect(isTooLarge(field, 2 ** 53 / 100 - 1)).toBe(false)
  })
})

describe('an answer that has its properties of own earlier values', () => {
  it('is right by what follows, and shown so', () => {
    const through = judged('1 2', { through: both, outcome: outcome([false, true], { blamed: [0] }) })
    expect(through).toMatchObject({ verdict: 'through', score: 1, cells: ['through', 'through'] })
    expect(held(through)).toEqual([true, true])
    expect(judged('1 2', { through: both, outcome: both }).verdict).toBe('right')
  })

  it('is held where that is not certain', () => {
    const through = outcome([true, true], { certain: false })
    expect(judged('1 2', { through })).toMatchObject({ verdict: 'broken', score: null })
  })

  it('is not followed in part, nor with blank cells', () => {
    expect(judged('1 2', { through: outcome([true, false]) })).toMatchObject({ verdict: 'wrong', score: 0 })
    expect(judged('1 _', { through: both })).toMatchObject({ verdict: 'wrong', score: 0 })
  })

  it('earns nothing where they made it trivial, and is told so', () => {
    const cheap = judged('1 2', { cheap: true })
    expect(cheap).toMatchObject({ verdict: 'wrong', cheap: true, message: expect.stringContaining('made it trivial') })
    expect(judged('1 ?', { cheap: true }).message).toBe('Unreadable: ?')
  })
})

describe('a mistake', () => {
  const mistakes = new Map([
    ['halved', [0.5, 1.25]],
    ['turned', [7, 8]],
  ])

  it('is named by its value, as it is rounded, and earns what the author says or what its properties do', () => {
    const named = { id: 'halved', says: 'You halved it.', kind: 'mistake' }
    const halved = judged('0.5 1.25', { mistakes, outcome: outcome([true, false]) })
    expect(halved).toMatchObject({ verdict: 'mistake', score: 0.1, named })
    expect(judged('0.505 1.245', { mistakes }).named?.id).toBe('halved')
    expect(judged('0.506 1.25', { mistakes })).not.toHaveProperty('named')
    expect(judged('0.5 1.26', { mistakes })).not.toHaveProperty('named')
    const turned = judged('7 8', { mistakes, outcome: outcome([true, false]) })
    expect(turned).toMatchObject({ verdict: 'mistake', score: 0.75, named: { id: 'turned' } })
    expect(judged('7 8', { mistakes })).toMatchObject({ verdict: 'mistake', score: 0 })
  })

  it('is exact in whole numbers', () => {
    const whole = { ...field, decimals: 0 } as PropertyField
    expect(judged('7 8', { field: whole, mistakes }).named?.id).toBe('turned')
    expect(judged('7.4 8', { field: whole, mistakes })).not.toHaveProperty('named')
  })

  it('is not named where cells are blank, or in another size', () => {
    expect(judged('7 _', { mistakes })).not.toHaveProperty('named')
    expect(judged('7 8 9', { mistakes })).not.toHaveProperty('named')
    expect(judged('7', { mistakes })).not.toHaveProperty('named')
  })
})

describe('the cells', () => {
  const failing = (blamed: number[]) => outcome([false, true], { blamed })

  it('are wrong where what fails hangs on them', () => {
    expect(judged('1 2 3', { outcome: failing([1]) }).cells).toEqual(['right', 'wrong', 'right'])
    expect(judged('1 _ ?', { outcome: failing([0, 1]) }).cells).toEqual(['wrong', 'empty', 'unreadable'])
  })

  it('are all wrong where nothing can be told apart', () => {
    expect(judged('1 2 3', { outcome: failing([]) }).cells).toEqual(['wrong', 'wrong', 'wrong'])
  })

  it('are right where nothing fails', () => {
    expect(judged('1 _', { outcome: outcome([true, null], { blamed: [0] }) }).cells).toEqual(['right', 'empty'])
  })
})
