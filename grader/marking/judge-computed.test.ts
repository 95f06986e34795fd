import { describe, expect, it } from 'vitest'
import type { Alternative } from '../question/definition.ts'
import type { JudgedField } from '../question/fields.ts'
import { type Facts, judgeComputed } from './judge-computed.ts'
import type { Candidate } from './naming.ts'
import { readComputed } from './reading.ts'
import { tensor } from './testing/reading.ts'

const common = { name: 'y', label: 'y', points: 4, after: [], line: 1, column: 1, step: 'last' }
const grid: JudgedField = { ...common, kind: 'tensor', decimals: 2, resizable: true }
const number: JudgedField = { ...common, kind: 'number', decimals: 2 }
const truth = tensor(1.5, 2.5, 3.5, 4.5)

type Known = Partial<Omit<Facts, 'asked'>> & { candidates?: Candidate[] }

/** A grid that was typed like this; `_` is blank. Nothing is known about it beyond what the test says. */
function judged(cells: string, { candidates = [], ...known }: Known = {}) {
  const typed = cells.split(' ').map((cell) => (cell === '_' ? '' : cell))
  const reading = readComputed(grid, { kind: 'tensor', shape: [typed.length], cells: typed }, truth.shape)
  const facts = { field: grid, reading, truth, bands: [0.005, 0.005, 0.005, 0.005], ...known }
  const tried = { authored: candidates.length, automatic: 0, pairs: 0 }
  const evidence = () => ({ weight: 0, chance: 1 })
  const asked = () => ({ ...facts, rounding: 0.005, candidates, tried, evidence, careful: () => false })
  return judgeComputed({ broken: null, through: null, cheap: false, copied: false, ...facts, asked })
}

/** A number that was typed like this. */
function judgedNumber(text: string, known: Partial<Facts> = {}) {
  const reading = readComputed(number, { kind: 'number', text }, [])
  return judged('_', { field: number, reading, truth: { shape: [], data: [1.2346] }, bands: [0.005], ...known })
}

const alternative = (id: string, rest: Partial<Alternative> = {}): Alternative => {
  const steps = [{ name: 'inner' }] as Alternative['steps']
  return { id, kind: 'mistake', steps, says: `You did ${id}.`, earns: 0.5, line: 1, column: 1, ...rest }
}
const half: Candidate = { alternative: alternative('half'), value: tensor(7.1, 8.2, 9.3, 6.4) }
const other: Candidate = { ...half, alternative: alternative('other', { kind: 'convention', earns: 1 }) }

describe('a computed answer', () => {
  it('is empty where nothing was typed, and unreadable where nothing can be read, whatever else is known', () => {
    const blank = judged('_ _ _ _', { broken: 'The key is broken.' })
    expect(blank).toEqual({
      field: 'y',
      kind: 'tensor',
      points: 4,
      verdict: 'empty',
      score: 0,
      cells: Array(4).fill('empty'),
    })
    const torn = judged('a _ b _', { broken: 'The key is broken.' })
    expect(torn).toMatchObject({ verdict: 'unreadable', score: 0, message: expect.stringContaining('a') })
    expect(torn).not.toHaveProperty('staffNote')
    expect(judged('_', { reading: readComputed(grid, null, [4]) })).not.toHaveProperty('cells')
  })

  it('is held where the key is broken, and no cell is called right or wrong', () => {
    const held = judged('1.5 2.5 3.5 4.5', { broken: 'The key is broken.' })
    expect(held).toMatchObject({ verdict: 'broken', score: null, staffNote: 'The key is broken.' })
    expect(held).not.toHaveProperty('cells')
  })

  it('is right within the bands, with every cell filled', () => {
    const right = { verdict: 'right', score: 1, cells: Array(4).fill('right'), parsed: tensor(1.504, 2.5, 3.5, 4.5) }
    expect(judged('1.504 2.5 3.5 4.5')).toEqual({ field: 'y', kind: 'tensor', points: 4, ...right })
    const three = judged('1.5 2.5 3.5 _')
    expect(three).toMatchObject({ verdict: 'partial', score: 0.75, cells: ['right', 'right', 'right', 'empty'] })
    expect(three).not.toHaveProperty('parsed')
    expect(judgedNumber('1.2346')).toEqual({
      field: 'y',
      kind: 'number',
      points: 4,
      verdict: 'right',
      score: 1,
      parsed: { shape: [], data: [1.2346] },
    })
  })

  it('earns its right cells, a number all or nothing', () => {
    const some = judged('1.5 2.5 9 8')
    expect(some).toMatchObject({ verdict: 'partial', score: 0.5, cells: ['right', 'right', 'wrong', 'wrong'] })
    expect(judged('6 7 9 8')).toMatchObject({ verdict: 'wrong', score: 0 })
    expect(judged('6 7 9 8').cells).toEqual(Array(4).fill('wrong'))
    expect(judgedNumber('7')).toMatchObject({ verdict: 'wrong', score: 0 })
    expect(judgedNumber('7')).not.toHaveProperty('cells')
  })

  it('earns no cells that were copied from what was given', () => {
    expect(judged('1.5 2.5 9 8', { copied: true })).toMatchObject({ verdict: 'wrong', score: 0 })
    expect(judged('1.5 2.5 3.5 4.5', { copied: true })).toMatchObject({ verdict: 'right', score: 1 })
  })

  it('is told what can be said of a wrong value, and nothing beside a verdict that says more', () => {
    expect(judgedNumber('1.2')).toMatchObject({ message: expect.stringContaining('right to 1 decimal') })
    expect(judged('1.5 2.5 3.5 7')).not.toHaveProperty('message')
    expect(judged('2 2 4 4').message).toContain('right to 0 decimals')
    const nearly = judged('1.5 2.5 3.5 4.5', { truth: tensor(1.5, 2.5, 3.5, 4.51) })
    expect(nearly).toMatchObject({ verdict: 'partial', message: expect.stringContaining('right to 1 decimal') })
    const longer = { alternative: alternative('longer'), value: tensor(7.1, 8.2, 9.3, 6.4, 5.5) }
    expect(judged('7.1 8.2 9.3 6.4 5.5').message).toContain('yours is [5]')
    expect(judged('7.1 8.2 9.3 6.4 5.5', { candidates: [longer] })).not.toHaveProperty('message')
    expect(judged('1.5 2.5 3.5 ?').message).toContain('?')
  })

  it('that is a shape has all sizes right or is wrong', () => {
    const field: JudgedField = { ...common, kind: 'shape', axes: [] }
    const shape = (text: string) => {
      const reading = readComputed(field, { kind: 'shape', text }, [2])
      return judged('_', { field, reading, truth: tensor(3, 5), bands: [0, 0] })
    }
    expect(shape('3 × 5')).toMatchObject({ verdict: 'right', score: 1 })
    expect(shape('3 × 4')).toMatchObject({ verdict: 'wrong', score: 0 })
    // a size that is no number leaves nothing to show
    expect(shape('N × 5')).not.toHaveProperty('parsed')
  })
})

describe('an answer that follows from earlier ones', () => {
  const through = tensor(1.5, 6.5, 7.5, 4.5)

  it('is worth all, with what it follows from', () => {
    const cells = ['right', 'through', 'through', 'right']
    expect(judged('1.5 6.5 7.5 4.5', { through })).toMatchObject({ verdict: 'through', score: 1, through, cells })
    expect(judged('1.5 6.5 7.5 4.5', { through })).not.toHaveProperty('message')
  })

  it('earns the cells that are right or follow, where not all do', () => {
    const cells = ['right', 'through', 'wrong', 'empty']
    expect(judged('1.5 6.5 9 _', { through })).toMatchObject({ verdict: 'partial', score: 0.5, cells })
    expect(judged('1.5 6.5 7.5 _', { through })).toMatchObject({ verdict: 'partial', score: 0.75 })
    expect(judged('1.5 6.5 9 _', { through, copied: true })).toMatchObject({ verdict: 'wrong', score: 0 })
  })

  it('earns nothing for a constant that either of the two values is made of', () => {
    const zeros = tensor(0, 0, 0, 9.5)
    expect(judged('0 0 0 0', { through: zeros })).toMatchObject({ verdict: 'wrong', score: 0 })
    expect(judged('0 0 0 0', { truth: zeros, through: truth })).toMatchObject({ verdict: 'wrong', score: 0 })
  })

  it('is marked and told where an earlier wrong value made it trivial', () => {
    const cheap = judged('6 7 9 8', { cheap: true })
    expect(cheap).toMatchObject({ verdict: 'wrong', score: 0, cheap: true })
    expect(cheap.message).toMatch(/^This follows from an earlier wrong answer that made it trivial/)
    expect(judged('6 7 9 8')).not.toHaveProperty('cheap')
  })
})

describe('an answer that has the value of an alternative', () => {
  it('is that mistake, and the slip is in the first step that it replaces', () => {
    const grading = judged('7.1 8.2 9.3 6.4', { candidates: [half] })
    const named = { id: 'half', says: 'You did half.', kind: 'mistake' }
    expect(grading).toMatchObject({ verdict: 'mistake', score: 0.5, named })
    expect(grading.explained).toEqual([{ field: 'y', step: 'inner', ...named }])
    const stepless = { ...half, alternative: alternative('half', { steps: [] }) }
    expect(judged('7.1 8.2 9.3 6.4', { candidates: [stepless] }).explained).toMatchObject([{ step: 'last' }])
  })

  it('earns the share of its filled cells, of which there must be more than a half', () => {
    expect(judged('7.1 8.2 9.3 _', { candidates: [half] })).toMatchObject({ verdict: 'mistake', score: 0.375 })
    expect(judged('7.1 8.2 _ _', { candidates: [half] })).toMatchObject({ verdict: 'wrong', score: 0 })
  })

  it('is nobody’s who writes one number everywhere and leaves the cell blank that would tell', () => {
    const nearlyZero: Candidate = { alternative: alternative('nearly'), value: tensor(0, 0, 0, 6.4) }
    expect(judged('0 0 0 _', { candidates: [nearlyZero] })).toMatchObject({ verdict: 'wrong', score: 0 })
    expect(judged('0 0 0 6.4', { candidates: [nearlyZero] })).toMatchObject({ verdict: 'mistake', score: 0.5 })
  })

  it('earns its share without a name where two have the same value', () => {
    const twin = { ...half, alternative: alternative('twin') }
    const unnamed = judged('7.1 8.2 9.3 6.4', { candidates: [half, twin] })
    expect(unnamed).toMatchObject({ verdict: 'partial', score: 0.5 })
    expect(unnamed).not.toHaveProperty('named')
    const nothing = [half, twin].map((each) => ({ ...each, alternative: { ...each.alternative, earns: 0 } }))
    expect(judged('7.1 8.2 9.3 6.4', { candidates: nothing })).toMatchObject({ verdict: 'wrong', score: 0 })
  })

  it('of two together is named by the first, and both are slips', () => {
    const parts = [alternative('one'), alternative('two', { kind: 'convention' })] as const
    const pair = { alternative: alternative('one + two', { earns: 0.25 }), value: half.value, parts }
    const grading = judged('7.1 8.2 9.3 6.4', { candidates: [pair] })
    expect(grading).toMatchObject({ verdict: 'mistake', score: 0.25, named: { id: 'one', kind: 'mistake' } })
    expect(grading.explained?.map(({ id }) => id)).toEqual(['one', 'two'])
  })

  it('and follows from earlier ones too is only followed, unless it is a convention that costs nothing', () => {
    const through = half.value
    expect(judged('7.1 8.2 9.3 6.4', { through, candidates: [half] })).toMatchObject({ verdict: 'through', score: 1 })
    const free = { ...half, alternative: alternative('free', { earns: 1 }) }
    expect(judged('7.1 8.2 9.3 6.4', { through, candidates: [free] }).verdict).toBe('through')
    expect(judged('7.1 8.2 9.3 6.4', { through, candidates: [other] })).toMatchObject({
      verdict: 'convention',
      score: 1,
    })
    const dear = { ...other, alternative: { ...other.alternative, earns: 0.5 } }
    expect(judged('7.1 8.2 9.3 6.4', { through, candidates: [dear] })).toMatchObject({ verdict: 'through', score: 1 })
  })
})
