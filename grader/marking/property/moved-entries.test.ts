import { describe, expect, it } from 'vitest'
import type { BatchRun } from '../../backends/executor.ts'
import type { Instruction } from '../../language/plan.ts'
import type { Condition } from '../../question/condition.ts'
import type { PropertyProgram } from '../../question/property-program.ts'
import { allHold, Outcome } from './outcome.ts'
import type { Probe } from './probes.ts'

const span = { start: 0, end: 0 }
const compare = (left: string, operator: '<' | '<=' | '=' | '!=', right: string): Condition => {
  return { kind: 'compare', operator, left, right, span }
}

/** A step of the program: what it is made of an answer; whole if nothing rounds it. */
interface Step {
  of: (answer: number[]) => number[]
  whole?: boolean
  /** a comparison inside, so that a blank cell cannot be followed through it */
  counts?: boolean
}

interface Given {
  /** by how much each cell is moved, up and down */
  half?: number
  rounding?: boolean
  leniency?: number
  blank?: boolean
  certain?: boolean
  /** rows of the batch before this one */
  before?: number[][]
  /** what else is moved: not a cell of the answer */
  also?: Probe[]
}

const one: Step = { of: () => [1], whole: true }

/** What becomes of an answer, executed by hand: as it is, and with every cell moved. */
function outcomeOf(answer: number[], steps: Record<string, Step>, conditions: Condition[], given: Given = {}): Outcome {
  const { half = 0.1, rounding = true, leniency = 1, blank = false, certain = true, before = [], also = [] } = given
  const rows = [...before, answer]
  const cells = answer.map((_, entry): Probe => ({ step: null, entry, half, rounding }))
  const probes = [...cells, ...also]
  // a step before is moved, too, which moves the first cell
  const moved = rows.flatMap((row) =>
    probes.flatMap(({ step, entry, half: by }) => {
      const cell = step === null ? entry : 0
      return [by, -by].map((up) => row.with(cell, (row[cell] ?? 0) + up))
    }),
  )
  const run = (all: number[][]): BatchRun =>
    Object.fromEntries(
      Object.entries(steps).map(([name, { of }]) => {
        const values = all.map(of)
        const size = values[0]?.length ?? 0
        return [name, { shape: size === 1 ? [] : [size], data: Float64Array.from(values.flat()) }]
      }),
    )
  const names = Object.entries(steps)
  const type = { shape: [answer.length], integer: false }
  const instructions: Instruction[] = [
    { kind: 'parameter', name: 'v', type },
    ...names.map(([, { counts }]): Instruction => {
      return { kind: 'apply', operation: counts ? 'greater' : 'add', args: [0], statics: [], type }
    }),
  ]
  const plan = {
    parameters: [{ name: 'v', type }],
    steps: names.map(([name, { whole = false }], k) => ({
      name,
      type: { shape: [], integer: whole },
      result: k + 1,
      reads: [],
    })),
    instructions,
    staticNames: [],
  }
  const program: PropertyProgram = { plan, type, conditions }
  return new Outcome(
    'v',
    program,
    leniency,
    { base: run(rows), probed: run(moved), row: before.length, probes },
    blank,
    certain,
  )
}

const itself: Step = { of: (v) => v }
const isOne = [compare('v', '=', 'one')]
const sum: Step = { of: (v) => [v.reduce((a, b) => a + b, 0)] }

describe('how far an answer is from what must hold', () => {
  it('is measured by what moving its cells does, entry by entry', () => {
    const [first, second] = outcomeOf([1.05, 1.4], { v: itself, one }, isOne).distances[0] ?? []
    expect(first).toBeCloseTo(0.5, 6)
    expect(second).toBeCloseTo(4, 6)
  })

  it('adds up what moving each of them does', () => {
    const [only] = outcomeOf([1, 0.3, 0.1], { sum, one }, [compare('sum', '=', 'one')]).distances[0] ?? []
    expect(only).toBeCloseTo(0.4 / 0.3, 6)
  })

  it('goes by the larger of up and down, and not by what has no value', () => {
    const steep: Step = { of: ([v = 0]) => [v > 1 ? v + 9 * (v - 1) : v] }
    expect(
      outcomeOf([1], { steep, two: { of: () => [2], whole: true } }, [compare('steep', '=', 'two')]).distances[0],
    ).toEqual([expect.closeTo(1, 6)])
    const fading: Step = { of: ([v = 0]) => [v < 1 ? 1 - 3 * (1 - v) : v === 1 ? 1 : Infinity] }
    const two = { of: () => [1.6], whole: true }
    expect(outcomeOf([1], { fading, two }, [compare('fading', '=', 'two')]).distances[0]).toEqual([
      expect.closeTo(2, 6),
    ])
    const torn: Step = { of: ([v = 0]) => [v < 1 ? 1 - 3 * (1 - v) : v === 1 ? 1 : Number.NaN] }
    expect(outcomeOf([1], { torn, two }, [compare('torn', '=', 'two')]).distances[0]).toEqual([expect.closeTo(2, 6)])
  })

  it('goes by the larger of both in every entry', () => {
    const steep: Step = { of: (v) => v.map((each) => (each > 1 ? each + 9 * (each - 1) : each)) }
    const two = { of: () => [2, 2, 2], whole: true }
    const [all] = outcomeOf([1, 1, 1], { steep, two }, [compare('steep', '=', 'two')]).distances
    expect(all).toEqual(Array(3).fill(expect.closeTo(1, 6)))
  })

  it('counts what moves both sides as far as it moves them apart; one number stands beside each', () => {
    const right: Step = { of: ([a = 0, b = 0]) => [3 * a, b] }
    const [all] = outcomeOf([1, 2], { sum, right }, [compare('sum', '<=', 'right')]).distances
    // 3 ≤ 3, and 3 ≤ 2 with a band of 0.1
    expect(all).toEqual([0, expect.closeTo(10, 6)])
    const [turned] = outcomeOf([1, 1.5], { sum, right }, [compare('right', '<=', 'sum')]).distances
    expect(turned).toEqual([expect.closeTo(0.5 / 0.3, 6), 0])
  })

  it('is shortened by leniency', () => {
    const [first] = outcomeOf([1.4, 1], { v: itself, one }, isOne, { leniency: 2 }).distances[0] ?? []
    expect(first).toBeCloseTo(2, 6)
  })

  it('is all or nothing where both sides are whole, or nothing is rounded', () => {
    const whole = { of: (v: number[]) => v, whole: true }
    expect(outcomeOf([1, 1.05], { v: whole, one }, isOne).distances).toEqual([[0, Infinity]])
    expect(outcomeOf([1, 1.05], { v: itself, one }, isOne, { rounding: false }).distances).toEqual([[0, Infinity]])
    expect(outcomeOf([1, 1.05], { other: itself, v: whole, one }, isOne).distances).toEqual([[0, Infinity]])
    const half = { of: () => [1] }
    expect(outcomeOf([1.05], { v: whole, half }, [compare('v', '=', 'half')]).distances[0]).toEqual([
      expect.closeTo(0.5, 6),
    ])
  })

  it('counts what is moved besides the answer', () => {
    const also: Probe[] = [{ step: 'before', entry: 7, half: 0.3, rounding: true }]
    const outcome = outcomeOf([1.2, 1], { v: itself, one }, isOne, { also })
    expect(outcome.distances[0]).toEqual([expect.closeTo(0.5, 6), 0])
    const far = outcomeOf([2, 1], { v: itself, one }, isOne, { also })
    expect([...far.blamed()]).toEqual([0])
    expect(far.distanceToMiss(7, 3)).toBeNull()
  })

  it('is that of its own row', () => {
    const given = {
      before: [
        [7, 8],
        [9, 9],
      ],
    }
    const outcome = outcomeOf([1.05, 1.4], { v: itself, one }, isOne, given)
    expect(outcome.distances[0]).toEqual([expect.closeTo(0.5, 6), expect.closeTo(4, 6)])
    expect(outcome.all('v')).toEqual([1.05, 1.4])
    expect([outcome.size('v'), outcome.value('v', 1)]).toEqual([2, 1.4])
    expect([outcome.size('one'), outcome.value('one', 1), outcome.all('nowhere')]).toEqual([1, 1, []])
    expect(outcome.value('v', 2)).toBeNaN()
  })
})

describe('what holds', () => {
  const holds = (answer: number[], given: Given = {}) => outcomeOf(answer, { v: itself, one }, isOne, given).holds

  it('does so at every entry', () => {
    expect(holds([1, 1.05])).toEqual([true])
    expect(holds([1, 1.4])).toEqual([false])
  })

  it('is open where a blank cell leaves it open, and fails where there is none', () => {
    expect(holds([1, Number.NaN], { blank: true })).toEqual([null])
    expect(holds([1.4, Number.NaN], { blank: true })).toEqual([false])
    expect(holds([1, Number.NaN])).toEqual([false])
  })

  it('is open as a whole where a blank cell cannot be followed', () => {
    const counted = { v: { ...itself, counts: true }, one }
    expect(outcomeOf([1, 1], counted, isOne, { blank: true }).distances).toEqual([[Number.NaN, Number.NaN]])
    expect(outcomeOf([1, 1], counted, isOne).holds).toEqual([true])
  })

  it('is all, or not all', () => {
    expect(allHold(outcomeOf([1, 1], { v: itself, one }, isOne))).toBe(true)
    expect(allHold(outcomeOf([1, 1.4], { v: itself, one }, isOne))).toBe(false)
    expect(allHold(outcomeOf([1, 1.4], { v: itself, one }, [compare('one', '=', 'one'), ...isOne]))).toBe(false)
    expect(allHold(outcomeOf([1, Number.NaN], { v: itself, one }, isOne, { blank: true }))).toBe(false)
    expect(outcomeOf([1], { v: itself, one }, isOne, { certain: false }).certain).toBe(false)
  })
})

describe('the cells that are blamed', () => {
  const blamed = (answer: number[], steps: Record<string, Step>, ...conditions: Condition[]) =>
    [...outcomeOf(answer, { one, ...steps }, conditions).blamed()].sort()
  const firstTwo: Step = { of: ([a = 0, b = 0]) => [a + b] }

  it('are those that what fails hangs on', () => {
    expect(blamed([1, 1.4, 1], { v: itself }, compare('v', '=', 'one'))).toEqual([1])
    expect(blamed([1, 1, 1], { firstTwo }, compare('firstTwo', '=', 'one'))).toEqual([0, 1])
    expect(blamed([0.5, 0.5, 7], { firstTwo }, compare('firstTwo', '=', 'one'))).toEqual([])
  })

  it('are those of every property that fails', () => {
    const last: Step = { of: (v) => [v[2] ?? 0] }
    const both = [compare('firstTwo', '=', 'one'), compare('last', '=', 'one')]
    expect(blamed([1, 1, 7], { firstTwo, last }, ...both)).toEqual([0, 1, 2])
    expect(blamed([0.5, 0.5, 7], { firstTwo, last }, ...both)).toEqual([2])
  })

  it('are those of the part that fails', () => {
    const last: Step = { of: (v) => [v[2] ?? 0] }
    const parts = [compare('firstTwo', '=', 'one'), compare('last', '=', 'one')]
    expect(blamed([0.5, 0.5, 7], { firstTwo, last }, { kind: 'and', parts })).toEqual([2])
    expect(blamed([1, 1, 7], { firstTwo, last }, { kind: 'or', parts })).toEqual([0, 1, 2])
    expect(blamed([1, 1, 1], { firstTwo, last }, { kind: 'or', parts })).toEqual([])
    const lastTwo: Step = { of: ([, b = 0, c = 0]) => [b + c] }
    const either = [compare('v', '=', 'one'), compare('lastTwo', '=', 'one')]
    expect(blamed([1, 1.4, 1], { v: itself, lastTwo }, { kind: 'or', parts: either })).toEqual([1, 2])
    // a part that is one number beside one for every entry
    const beside = [compare('v', '=', 'one'), compare('last', '=', 'one')]
    expect(blamed([1, 1.4, 1], { v: itself, last }, { kind: 'and', parts: beside })).toEqual([1])
  })

  it('are none where moving one does not tell', () => {
    const steps: Step = { of: (v) => [v.filter((each) => each > 5).length], whole: true }
    expect(blamed([1, 1, 1], { steps }, compare('steps', '=', 'one'))).toEqual([])
    expect(blamed([1, 1], { steps }, { kind: 'truth', step: 'steps', negated: false, span })).toEqual([])
    expect(blamed([1, 0], { v: itself }, { kind: 'truth', step: 'v', negated: false, span })).toEqual([1])
  })
})

describe('by how much a cell must be moved to miss', () => {
  it('is as many bands as are asked for, by what moving it does', () => {
    const of = outcomeOf([0.5, 0.5], { sum, one }, [compare('sum', '=', 'one')])
    // the band is that of both cells
    expect(of.distanceToMiss(0, 3)).toBeCloseTo(0.6, 9)
    const doubled: Step = { of: ([a = 0, b = 0]) => [2 * a + b] }
    const uneven = outcomeOf([0.5, 0], { doubled, one }, [compare('doubled', '=', 'one')])
    expect(uneven.distanceToMiss(0, 3)).toBeCloseTo(0.45, 9)
    expect(uneven.distanceToMiss(1, 3)).toBeCloseTo(0.9, 9)
  })

  it('is the least of all comparisons and entries, at least that of the cell itself', () => {
    const both = [compare('sum', '=', 'one'), compare('v', '=', 'one')]
    expect(outcomeOf([0.5, 0.5], { sum, v: itself, one }, both).distanceToMiss(1, 3)).toBeCloseTo(0.3, 9)
    expect(outcomeOf([0.5, 0.5], { v: itself, one }, isOne, { rounding: false }).distanceToMiss(1, 3)).toBeCloseTo(
      0.3,
      9,
    )
    const truth: Condition = { kind: 'truth', step: 'v', negated: false, span }
    expect(outcomeOf([0.5, 0.5], { v: itself }, [truth]).distanceToMiss(1, 3)).toBeCloseTo(0.3, 9)
  })

  it('is nothing where no comparison hangs on it', () => {
    const first: Step = { of: ([a = 0]) => [a] }
    expect(outcomeOf([1, 1], { first, one }, [compare('first', '=', 'one')]).distanceToMiss(1, 3)).toBeNull()
  })
})
