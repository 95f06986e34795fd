import { describe, expect, it } from 'vitest'
import { messagesIn } from '../../messages/catalogue.ts'
import type { Examination } from './audit.ts'
import { facts } from './facts.ts'

const t = messagesIn('en')
const said = (report: Parameters<typeof facts>[0]) =>
  facts(report, t)
    .map(([name, text]) => `${name}: ${text}`)
    .join('\n')

const spread = { smallest: 3, median: 5, largest: 1200 }
const examination: Examination = {
  checks: [],
  honest: { answers: 80, inside: 80, worst: { field: 'h', distance: 0.973 } },
  trivial: { tried: 12, earning: [{ field: 'y', typed: 'zeros', score: 0.5, because: 'forgot' }] },
  effort: { digits: spread, operations: spread },
  slips: { made: 7, offered: spread, never: [] },
}

describe('what an audit found, in words', () => {
  it('says nothing of what an old report does not hold', () => {
    expect(facts({}, t)).toEqual([])
  })

  it('knows that exact values are no number of bands apart', () => {
    const nearestTruth = { first: 'truth', second: 'forgot', field: 'y', distance: null }
    expect(said({ nearestTruth })).toContain('forgot at y: exact values that differ')
    expect(said({ nearestPair: { ...nearestTruth, first: 'a', distance: 3.14 } })).toContain(
      'a and forgot at y: 3.1 bands apart',
    )
  })

  it('tells what unaudited draws would have been, and what students would find', () => {
    const text = said({ collisions: { draws: 200, before: 0.664, after: 0 }, examination })
    expect(text).toContain('66 % of 200 draws without the audit, 0 % of what it accepted')
    expect(text).toContain('80 of 80 answers are right (the farthest 0.97 bands away, at h)')
    expect(text).toContain('12 tried, 1 earns (as the author says: forgot)')
    expect(text).toContain('3 at least, 5 in the middle, 1,200 at most')
    expect(text).toContain('7 made; a variant names 3 at least')
  })
})
