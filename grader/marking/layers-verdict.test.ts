import { describe, expect, it } from 'vitest'
import type { LayerRow, RawAnswer } from '../answers/raw-answer.ts'
import type { DesignRun } from '../backends/design.ts'
import { BackendLost } from '../backends/unavailable.ts'
import { judgeLayers, type LayersField } from './judge-layers.ts'

const row = (layer: LayerRow['layer'], units = ''): LayerRow => {
  return { layer, units, kernel: '', stride: '', padding: '', activation: '' }
}
const table = (...rows: LayerRow[]): RawAnswer => ({ kind: 'layers', rows })
const pooled = (units: string) => table(row('globalavgpool'), row('dense', units))

/** A task of which a table of two rows has eight parameters. */
const field = {
  kind: 'layers',
  name: 'net',
  points: 3,
  input: [4, 4, 3],
  output: [2],
  parameterBudget: 8,
} as unknown as LayersField

const fine = { runs: true, message: null } as DesignRun
const judge = (answer: RawAnswer | null, run: Partial<DesignRun> | Error | string = {}, budget = 8) =>
  judgeLayers({ ...field, parameterBudget: budget }, answer, async () => {
    if (run instanceof Error || typeof run === 'string') throw run
    return { ...fine, ...run }
  })

describe('a design', () => {
  it('is empty, or unreadable where it is none', async () => {
    const empty = { field: 'net', kind: 'layers', points: 3, verdict: 'empty', score: 0 }
    expect(await judge(null)).toEqual(empty)
    expect(await judge(table())).toEqual(empty)
    expect(await judge({ kind: 'text', markdown: 'Dense.' })).toMatchObject({
      verdict: 'unreadable',
      score: 0,
      message: 'This field takes a layer table.',
    })
  })

  it('is unreadable where a row is, and wrong where rows do not fit; neither is run', async () => {
    const never = new Error('never run')
    expect(await judge(pooled('two'), never)).toMatchObject({
      verdict: 'unreadable',
      score: 0,
      message: expect.stringMatching(/^Row 2/),
    })
    expect(await judge(table(row('dense', '2')), never)).toMatchObject({
      verdict: 'wrong',
      score: 0,
      message: expect.stringMatching(/^Row 1/),
    })
  })

  it('is right where it runs, fits and is small enough', async () => {
    const right = { field: 'net', kind: 'layers', points: 3, verdict: 'right', score: 1 }
    expect(await judge(pooled('2'))).toEqual(right)
    expect(await judge(pooled('2'), {}, 7)).toMatchObject({
      verdict: 'partial',
      message: 'The network has 8 parameters, but the budget is 7.',
    })
  })

  it('loses a third for each of what it does not', async () => {
    const thirds = [
      await judge(pooled('3'), {}, 99),
      await judge(pooled('3')),
      await judge(pooled('3'), { runs: false, message: 'Row 1: too large.' }),
    ]
    expect(thirds.map(({ score }) => score)).toEqual([2 / 3, 1 / 3, 0].map((share) => expect.closeTo(share, 12)))
    expect(thirds.map(({ verdict }) => verdict)).toEqual(['partial', 'partial', 'wrong'])
    expect(thirds.map(({ message }) => message)).toEqual([
      'The network gives 3, but the task asks for 2.',
      'The network gives 3, but the task asks for 2. The network has 12 parameters, but the budget is 8.',
      'Row 1: too large. The network gives 3, but the task asks for 2. The network has 12 parameters, but the budget is 8.',
    ])
  })

  it('says what it gives by its axes', async () => {
    const flat = await judge(table(row('dropout', '0.5')))
    expect(flat.message).toContain('The network gives 4×4×3, but the task asks for 2.')
  })

  it('says what is asked for by its axes', async () => {
    const image = { ...field, output: [2, 2] } as LayersField
    const found = await judgeLayers(image, pooled('2'), async () => fine)
    expect(found.message).toBe('The network gives 2, but the task asks for 2×2.')
  })

  it('has a limit of rows', async () => {
    const long = table(...Array<LayerRow>(65).fill(row('dropout', '0.5')))
    expect(await judge(long)).toMatchObject({ verdict: 'wrong', score: 0, message: 'A design has at most 64 rows.' })
  })

  it('says at least that it does not run', async () => {
    expect(await judge(pooled('2'), { runs: false })).toMatchObject({
      verdict: 'partial',
      message: 'The network does not run.',
    })
  })

  it('is nobody’s fault but ours where running it throws, and all is tried again where the backend is lost', async () => {
    expect(await judge(pooled('2'), new Error('out of memory'))).toMatchObject({
      verdict: 'broken',
      score: null,
      staffNote: 'The design could not be run: out of memory',
    })
    expect((await judge(pooled('2'), 'no words')).staffNote).toBe('The design could not be run: no words')
    await expect(judge(pooled('2'), new BackendLost('cpu hangs'))).rejects.toBeInstanceOf(BackendLost)
  })
})
