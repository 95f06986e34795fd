import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import type { Principal } from '../../auth/principal.ts'
import { requireRole } from '../../auth/require.ts'
import { inTransaction, type Query } from '../../db/query.ts'
import { enqueue, sendingQueue } from '../../db/queue.ts'
import { parse } from '../../http/parse.ts'
import { Refusal } from '../../http/refusal.ts'
import { mailOrigin } from '../../mail/sends-mail.ts'
import { aheadIssuer } from '../ahead/ahead.ts'
import { holdCourse, logCourse } from '../course-action.ts'
import { codeOf, hashOf, type Way } from './code.ts'

export const inviteBody = z.strictObject({
  /** those who have no account yet; others are passed over */
  people: z.union([z.literal('all'), z.array(z.uuid()).min(1).max(10_000)]),
  way: z.enum(['mail', 'code']),
})

const daysGood = 90
/** A second mail within this time would be the same click twice. */
const minutesBetween = 10

async function waiting(run: Query, courseId: string, people: 'all' | string[]): Promise<string[]> {
  const rows = await run<{ id: string }>(
    `SELECT p.id FROM membership m JOIN person p ON p.id = m.person_id
     WHERE m.course_id = $1 AND p.issuer = $2 AND ($3::uuid[] IS NULL OR p.id = ANY($3)) ORDER BY p.name, p.id`,
    [courseId, aheadIssuer, people === 'all' ? null : people],
  )
  return rows.map(({ id }) => id)
}

/** Who has a good one of this kind keeps it; the others get one. */
async function makeMissing(run: Query, courseId: string, people: readonly string[], way: Way, by: string) {
  const rows = people.map((personId) => {
    const id = randomUUID()
    return { id, personId, hash: hashOf(codeOf(id, way)).toString('hex') }
  })
  await run(
    `INSERT INTO invitation (id, course_id, person_id, way, code_hash, made_by, expires_at)
     SELECT g.id, $1, g."personId", $3, decode(g.hash, 'hex'), $4, clock_timestamp() + make_interval(days => $5)
     FROM jsonb_to_recordset($2::jsonb) AS g(id uuid, "personId" uuid, hash text)
     WHERE NOT EXISTS (SELECT FROM invitation i WHERE i.person_id = g."personId" AND i.way = $3 AND i.used_at IS NULL
       AND i.revoked_at IS NULL AND i.expires_at > clock_timestamp() + interval '1 day')`,
    [courseId, JSON.stringify(rows), way, by, daysGood],
  )
}

async function mailThem(run: Query, courseId: string, people: readonly string[]): Promise<number> {
  const mails = await run<{ mailId: string }>(
    `INSERT INTO mail (kind, invitation_id, person_id, path)
     SELECT DISTINCT ON (i.person_id) 'invited', i.id, i.person_id, '/join'
     FROM invitation i WHERE i.course_id = $1 AND i.person_id = ANY($2) AND i.way = 'mail' AND i.used_at IS NULL
       AND i.revoked_at IS NULL AND i.expires_at > clock_timestamp()
       AND NOT EXISTS (SELECT FROM mail l WHERE l.invitation_id = i.id AND (l.gave_up_at IS NULL AND l.sent_at IS NULL
         AND l.dropped_at IS NULL OR l.created_at > clock_timestamp() - make_interval(mins => $3)))
     ORDER BY i.person_id, i.made_at DESC RETURNING id AS "mailId"`,
    [courseId, people, minutesBetween],
  )
  await enqueue(run, 'mail', mails)
  return mails.length
}

/**
 * Invites people who were enrolled ahead: by a mail with a link of their own, or with a code that is printed and handed over.
 * Returns how many were mailed, or have a code now.
 */
export async function invite(
  principal: Principal | null,
  courseId: string,
  given: z.input<typeof inviteBody>,
): Promise<{ invited: number }> {
  const { personId } = await requireRole(principal, courseId, ['instructor'])
  const { people, way } = parse(inviteBody, given)
  if (way === 'mail' && mailOrigin() === null)
    throw new Refusal(
      409,
      'no-mail',
      'This installation sends no mail. Print codes, or ask who runs it to set a mail server.',
    )
  if (way === 'mail') await sendingQueue()
  return inTransaction(async (run) => {
    await holdCourse(run, courseId)
    const ahead = await waiting(run, courseId, people)
    await makeMissing(run, courseId, ahead, way, personId)
    const invited = way === 'mail' ? await mailThem(run, courseId, ahead) : ahead.length
    if (invited > 0) await logCourse(run, courseId, personId, 'invite', { way, n: invited })
    return { invited }
  })
}
