import { mailedCode } from '../courses/invitations/mailed-code.ts'
import { inTransaction, type Query, query } from '../db/query.ts'
import { readRelease } from '../release/read-release.ts'
import { composeMail, type Occasion } from './compose-mail.ts'
import { failureOf } from './failure.ts'
import type { Letter, MailServer } from './mail-server.ts'
import { isMailAddress, oneLine } from './one-line.ts'
import { mailOrigin } from './sends-mail.ts'
import { waitingFor } from './waiting-for.ts'

interface Row {
  id: string
  kind: Occasion['kind']
  examId: string | null
  personId: string
  invitationId: string | null
  by: string | null
  path: string
  name: string
  address: string
  exam: string
}

/** The mail as it is to be said now, or why it is not: results were taken back, nothing waits any more. */
async function compose(run: Query, row: Row, origin: string): Promise<Letter | 'nothing to say' | 'no address'> {
  if (!isMailAddress(row.address)) return 'no address'
  if (row.kind === 'invited' || row.examId === null) return composeInvitation(run, row, origin)
  const requests = row.kind === 'requests' ? await waitingFor(run, row.examId, row.personId) : 0
  if (row.kind === 'requests' ? requests === 0 : !(await readRelease(row.examId, run)).computed) return 'nothing to say'
  const words = composeMail({ ...row, link: origin + row.path, requests })
  return { ...words, id: row.id, name: oneLine(row.name), address: row.address }
}

/** The link holds the code behind a #, which no server is ever sent; nothing of it is kept here. */
async function composeInvitation(run: Query, row: Row, origin: string): Promise<Letter | 'nothing to say'> {
  const code = row.invitationId && (await mailedCode(run, row.invitationId))
  if (!code) return 'nothing to say'
  const words = composeMail({ ...row, link: `${origin}${row.path}#${code}`, requests: 0 })
  return { ...words, id: row.id, name: oneLine(row.name), address: row.address }
}

/** Takes the mail for a try. Whoever adds to it waits until its words are chosen, and begins another one then. */
async function take(run: Query, mailId: string, origin: string): Promise<Letter | null> {
  await run('SELECT FROM mail WHERE id = $1 FOR UPDATE', [mailId])
  const [row] = await run<Row>(
    `SELECT m.id, m.kind, m.exam_id AS "examId", m.person_id AS "personId", m.path, p.name, p.email AS address,
       coalesce(e.title, c.title) AS exam, m.invitation_id AS "invitationId", b.name AS by
     FROM mail m JOIN person p ON p.id = m.person_id LEFT JOIN exam e ON e.id = m.exam_id
     LEFT JOIN invitation i ON i.id = m.invitation_id LEFT JOIN course c ON c.id = i.course_id LEFT JOIN person b ON b.id = i.made_by
     WHERE m.id = $1 AND m.sent_at IS NULL AND m.dropped_at IS NULL AND m.gave_up_at IS NULL`,
    [mailId],
  )
  if (!row) return null
  const letter = await compose(run, row, origin)
  if (letter === 'nothing to say') {
    await run('UPDATE mail SET dropped_at = clock_timestamp(), composed_at = clock_timestamp() WHERE id = $1', [mailId])
    return null
  }
  if (letter === 'no address') {
    await giveUp(mailId, 'The account has no address that mail can be sent to.', run)
    return null
  }
  await run(
    `UPDATE mail SET tries = tries + 1, tried_at = clock_timestamp(), composed_at = coalesce(composed_at, clock_timestamp())
     WHERE id = $1`,
    [mailId],
  )
  return letter
}

/** Marks a mail as one that nobody tries to send any more. */
export async function giveUp(mailId: string, problem: string, run: Query = query): Promise<void> {
  await run(
    `UPDATE mail SET gave_up_at = clock_timestamp(), composed_at = coalesce(composed_at, clock_timestamp()), problem = $2
     WHERE id = $1 AND sent_at IS NULL AND dropped_at IS NULL AND gave_up_at IS NULL`,
    [mailId, problem],
  )
}

/**
 * Sends a mail that was not sent yet. Throws where another try may end otherwise; the reason is written down for staff
 * either way.
 */
export async function sendMail(mailId: string, server: MailServer | null): Promise<void> {
  const origin = mailOrigin()
  if (!server || !origin) return giveUp(mailId, 'No mail server is set.')
  const letter = await inTransaction((run) => take(run, mailId, origin))
  if (!letter) return
  try {
    await server.post(letter)
  } catch (error) {
    const { problem, final } = failureOf(error)
    if (final) return giveUp(mailId, problem)
    await query('UPDATE mail SET problem = $2 WHERE id = $1', [mailId, problem])
    throw new Error(problem)
  }
  await query('UPDATE mail SET sent_at = clock_timestamp(), problem = NULL WHERE id = $1', [mailId])
}
