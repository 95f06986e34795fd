import { isDeepStrictEqual } from 'node:util'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { closePools } from '../../db/pool.ts'
import { query } from '../../db/query.ts'
import { sendingQueue } from '../../db/queue.ts'
import { freshDatabase } from '../../db/testing/database.ts'
import { rows } from './rows/all.ts'
import { signWithKeys } from './testing/keys.ts'
import { mixtures } from './testing/mixed.ts'
import { outcomeOf } from './testing/outcome.ts'
import { undoing } from './testing/undone.ts'
import { makeWorlds, type World } from './testing/world.ts'

// Somebody who has every right in their own course puts one id of another course among their own: what is asked about is
// theirs by its exam and somebody else's by its submission, group or comment.

let own: World
let others: World
let foreign: Set<unknown>
let undo: Awaited<ReturnType<typeof undoing>>

beforeAll(async () => {
  await freshDatabase()
  signWithKeys()
  ;[own, others] = [(await makeWorlds(['released']))[0]!, (await makeWorlds(['released']))[0]!]
  const people = Object.values(others.people).map(({ personId }) => personId)
  foreign = new Set([...Object.values(others), ...people].filter((one) => typeof one === 'string'))
  await sendingQueue()
  undo = await undoing()
  vi.spyOn(console, 'error').mockImplementation(() => {})
})
afterAll(async () => {
  await undo.end()
  await (await sendingQueue()).stop({ graceful: false })
  await closePools()
})

/** Lists of answers: those that are not there are passed over, as they are where somebody else was quicker. */
const passedOver = ['keepAnswers', 'reviewGroup']

/** What has become of the other owner's answers. */
const state = () =>
  query(
    `SELECT e.field, e.version, e.claimed_by, (SELECT count(*) FROM review r WHERE r.submission_id = $1) AS reviews
     FROM review_entry e WHERE e.submission_id = $1 ORDER BY e.field`,
    [others.submissionId],
  )

/** The bank of questions belongs to no course. */
const ofNoCourse = ['questionAudit', 'startAudit', 'previewQuestion', 'figureImage', 'uploadFigure']

const askers = ['owner', 'assignedTa', 'instructor'] as const
type Asker = (typeof askers)[number]
const asking = rows.filter(({ use }) => !ofNoCourse.includes(use.name))

describe('an id of another course among one’s own leads nowhere', () => {
  it.each(asking.map((row) => [row.use.name, row] as const))('%s', async (name, { args, callWith }) => {
    const reached: string[] = []
    const untouched = await state()
    const run = (who: Asker, mixed: readonly unknown[]) =>
      undo.undone(async () => {
        const { outcome } = await outcomeOf(() => callWith(own.people[who], mixed))
        return passedOver.includes(name) && isDeepStrictEqual(await state(), untouched) ? 404 : outcome
      })
    for (const { args: mixed, where } of mixtures(args(own), args(others), foreign))
      for (const who of askers) {
        const outcome = await run(who, mixed)
        if (typeof outcome !== 'number' || outcome >= 500) reached.push(`${who}, with another’s ${where}: ${outcome}`)
      }
    expect(reached).toEqual([])
  })
})
