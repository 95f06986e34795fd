import { z } from 'zod'
import type { Principal } from '../../auth/principal.ts'
import { requireRole } from '../../auth/require.ts'
import { inTransaction, type Query } from '../../db/query.ts'
import { parse } from '../../http/parse.ts'
import { invalid, Refusal } from '../../http/refusal.ts'
import { logAction } from '../../invigilation/staff-action.ts'
import { requireUsable } from '../../questions/bank/usable.ts'
import { type EnteredTime, readInstant } from '../../time/entered-time.ts'
import { localTime } from '../../time/local-time.ts'
import { courseOfExam } from '../exam-course.ts'
import { lockedChanges, openTo } from './locks.ts'
import { planBody, type StoredPlan } from './plan.ts'
import { type ReadPlan, readPlan } from './read-plan.ts'
import { releasePlanColumn, settledRelease } from './release-plan.ts'
import { storeQuestions } from './store-questions.ts'

export const savePlanBody = z.strictObject({ revision: z.number().int().min(1), plan: planBody })

/** Times as they are entered, and as they are stored. */
const stored = {
  opens: 'opensAt',
  closes: 'closesAt',
  resultsAt: 'releaseAt',
  askUntil: 'requestsUntil',
} as const satisfies Record<string, keyof StoredPlan>

/** A time that was not touched stays the instant it was, also where its clock shows it twice. */
function instant(field: keyof typeof stored, entered: EnteredTime, zone: string, before: string | null): string | null {
  const same = before !== null && entered?.choice === null && localTime(Date.parse(before), zone) === entered.local
  return same ? before : readInstant(field, entered, zone)
}

function asStored(given: z.output<typeof planBody>, before: ReadPlan['plan']): StoredPlan {
  const { opens, closes, resultsAt, askUntil, ...plan } = given
  const opensAt = instant('opens', opens, plan.zone, before.opensAt)
  const closesAt = instant('closes', closes, plan.zone, before.closesAt)
  if (opensAt && closesAt && opensAt >= closesAt) throw invalid('The exam must close after it opens.', 'closes')
  const releaseAt = instant('resultsAt', resultsAt, plan.zone, before.releaseAt)
  const requestsUntil = instant('askUntil', askUntil, plan.zone, before.requestsUntil)
  const results = settledRelease(plan.release, { ...plan, releaseAt, requestsUntil })
  return { ...plan, ...results, opensAt, closesAt, checksAllowed: plan.mode === 'quiz' ? plan.checksAllowed : 0 }
}

/**
 * Saves the plan of an exam, whole. It names the revision it was made from: where somebody else has saved since, nothing is
 * stored. A draft takes any change; what is published keeps what it was published with.
 */
export async function savePlan(
  principal: Principal | null,
  examId: string,
  given: z.input<typeof savePlanBody>,
): Promise<{ revision: number }> {
  const courseId = (await courseOfExam(examId)) ?? ''
  const { personId } = await requireRole(principal, courseId || undefined, ['instructor'])
  const { revision, plan } = parse(savePlanBody, given)
  return inTransaction(async (query) => {
    const before = await readPlan(examId, query, true)
    if (before.revision !== revision)
      throw new Refusal(409, 'changed', 'Somebody else has changed this exam meanwhile.', {
        details: { revision: before.revision },
      })
    const after = asStored(plan, before.plan)
    const open = openTo(before)
    const [locked] = lockedChanges(open, before.plan, after)
    if (locked !== undefined || before.trialOf) throw refuse(before, locked)
    const there = slugsOf(before.plan)
    await requireUsable(
      query,
      courseId,
      slugsOf(after).filter((slug) => !there.includes(slug)),
    )
    await store(query, examId, personId, after)
    if (open === 'all') await storeQuestions(query, examId, after.sections)
    else await logAction(query, { examId, personId, action: 'edit-exam' })
    return { revision: revision + 1 }
  })
}

const slugsOf = ({ sections }: Pick<StoredPlan, 'sections'>) =>
  sections.flatMap(({ questions }) => questions.map(({ slug }) => slug))

function refuse({ state, attempts, trialOf }: ReadPlan, field: string | undefined): Refusal {
  if (trialOf) return new Refusal(409, 'locked', 'A trial is as its exam is. Change the exam, and try it again.')
  if (state === 'publishing') return new Refusal(409, 'locked', 'The exam is being published just now.', { field })
  const named = Object.entries(stored).find(([, name]) => name === field)?.[0] ?? field
  return new Refusal(
    409,
    'locked',
    attempts > 0
      ? 'Somebody has begun this exam. Its title and instructions may be changed still, and more attempts allowed.'
      : 'This exam is published. Take it back to a draft to change more than its title and instructions.',
    { field: named },
  )
}

/** Every attempt is to have variants of its own, up to so many. */
const mostVariants = 40

async function store(query: Query, examId: string, personId: string, plan: StoredPlan): Promise<void> {
  await query(
    `UPDATE exam SET title = $2, instructions = $3, mode = $4, zone = $5, opens_at = $6, closes_at = $7,
       duration_seconds = $8, sync_grace_seconds = $9, attempts_allowed = $10, attempt_counts = $11, checks_allowed = $12,
       navigation = $13, release_policy = $14, release_plan = $16, revision = revision + 1, changed_by = $15, changed_at = clock_timestamp(),
       state = CASE state WHEN 'failed' THEN 'draft' ELSE state END,
       pool_size = CASE WHEN state IN ('draft', 'failed') THEN greatest(pool_size, least(coalesce($10, 24), ${mostVariants})) ELSE pool_size END
     WHERE id = $1`,
    [
      examId,
      plan.title,
      plan.instructions,
      plan.mode,
      plan.zone,
      plan.opensAt,
      plan.closesAt,
      plan.durationSeconds,
      plan.syncGraceSeconds,
      plan.attemptsAllowed,
      plan.attemptCounts,
      plan.checksAllowed,
      plan.navigation,
      plan.release,
      personId,
      releasePlanColumn(plan),
    ],
  )
}
