import { z } from 'zod'
import type { Principal } from '../../auth/principal.ts'
import { query } from '../../db/query.ts'
import { requireSitter } from '../../exams/require-sitter.ts'
import { parse } from '../../http/parse.ts'
import { unauthenticated } from '../../http/refusal.ts'
import { refused } from '../refused.ts'
import { gateOf } from '../rules.ts'
import { publicOrigin } from '../visit.ts'
import { examPage } from './exam-keys.ts'
import { provenKey } from './keys.ts'
import { rememberPass } from './passes.ts'

/** How long after the page was opened its key may be shown, in seconds. */
const launchSeconds = 900

async function requireStudent(principal: Principal | null, examId: string) {
  const student = await requireSitter(principal, examId)
  if (!student.sessionId) throw unauthenticated()
  return { ...student, sessionId: student.sessionId }
}

/** A word for the address of the exam's page, good for one showing of the key in this session. */
export async function beginLaunch(principal: Principal | null, examId: string): Promise<string> {
  const { personId, sessionId } = await requireStudent(principal, examId)
  const [row] = await query<{ id: string }>(
    'INSERT INTO safe_browser_launch (exam_id, person_id, session_id) VALUES ($1, $2, $3) RETURNING id',
    [examId, personId, sessionId],
  )
  if (!row) throw new Error('The launch was not stored.')
  return row.id
}

const hash = z.string().max(200).nullable()
export const showKeyBody = z.strictObject({ launch: z.uuid(), configKey: hash, browserExamKey: hash })

/**
 * The browser shows its keys, hashed with the address of the page that was opened: once for a launch, in the session it was
 * made for. From then on this session's requests for this exam are taken to come from that browser.
 */
export async function showKey(
  principal: Principal | null,
  examId: string,
  given: z.infer<typeof showKeyBody>,
): Promise<void> {
  const { personId, sessionId, visit } = await requireStudent(principal, examId)
  const { launch, configKey, browserExamKey } = parse(showKeyBody, given)
  const { configKeys, rules } = await gateOf(examId)
  const page = `${examPage(publicOrigin(visit?.url ?? 'http://localhost'), examId)}?launch=${launch}`
  const key = provenKey(configKey, page, configKeys) ?? provenKey(browserExamKey, page, rules.browserKeys)
  const [used] = await query<{ id: string }>(
    `UPDATE safe_browser_launch SET passed_at = clock_timestamp(), passed_key = $5
     WHERE id = $1 AND exam_id = $2 AND person_id = $3 AND session_id = $4 AND passed_at IS NULL
       AND made_at > clock_timestamp() - make_interval(secs => $6) AND $5::text IS NOT NULL RETURNING id`,
    [launch, examId, personId, sessionId, key, launchSeconds],
  )
  if (used && key) return rememberPass(sessionId, examId, key)
  const who = { examId, personId, visit }
  throw await refused(
    who,
    'safe-browser',
    key
      ? 'This opening of the exam was used before or is too old. Reload the page in Safe Exam Browser.'
      : 'Safe Exam Browser runs with other settings than this exam’s. Quit it, then start it from the exam’s page.',
    key ? 'an old launch' : 'its key is not one of the exam’s',
  )
}
