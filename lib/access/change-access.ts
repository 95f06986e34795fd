import type { Principal } from '../auth/principal.ts'
import { requireRole } from '../auth/require.ts'
import { inTransaction, type Query } from '../db/query.ts'
import { courseOfExam } from '../exams/exam-course.ts'
import { parse } from '../http/parse.ts'
import { invalid } from '../http/refusal.ts'
import { logAction } from '../invigilation/staff-action.ts'
import { type AccessBody, accessBody } from './access-body.ts'
import { type AccessRules, forgetGate, openToAll, readRules } from './rules.ts'
import { configKey } from './safe-browser/config-key.ts'
import { PlistProblem } from './safe-browser/plist.ts'
import { readSettingsFile } from './safe-browser/settings-file.ts'

/** Stores rules for an exam, whole. */
export async function storeAccess(query: Query, examId: string, rules: AccessRules): Promise<void> {
  await query(
    `INSERT INTO exam_access (exam_id, code, networks, safe_browser, config_keys, browser_keys, configuration,
       phone_camera)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
     ON CONFLICT (exam_id) DO UPDATE SET code = excluded.code, networks = excluded.networks,
       safe_browser = excluded.safe_browser, config_keys = excluded.config_keys, browser_keys = excluded.browser_keys,
       configuration = excluded.configuration, phone_camera = excluded.phone_camera`,
    [
      examId,
      rules.code,
      rules.networks,
      rules.safeBrowser,
      rules.configKeys,
      rules.browserKeys,
      rules.configuration,
      rules.phoneCamera,
    ],
  )
}

/** The XML of an uploaded settings file, whose Config Key can be computed. */
function readSettings(base64: string): string {
  const file = readSettingsFile(Buffer.from(base64, 'base64'))
  if (!file.ok) throw invalid(file.problem, 'settings')
  try {
    configKey(file.xml)
  } catch (error) {
    if (error instanceof PlistProblem) throw invalid(`The settings file cannot be read. ${error.message}`, 'settings')
    throw error
  }
  return file.xml
}

/** Which rules are not what they were: for the log, which anybody of staff may read, without codes and keys. */
function changes(before: AccessRules, after: AccessRules): string[] {
  const names = Object.keys(openToAll) as (keyof AccessRules)[]
  return names.filter((name) => JSON.stringify(before[name]) !== JSON.stringify(after[name]))
}

/** Sets from where, with what and with which code the exam may be taken; also while it is taken, within seconds. */
export async function changeAccess(principal: Principal | null, examId: string, given: AccessBody): Promise<void> {
  const { personId } = await requireRole(principal, await courseOfExam(examId), ['instructor'])
  const { settings, ...rules } = parse(accessBody, given)
  const before = await readRules(examId)
  const configuration =
    settings === undefined ? before.configuration : settings === null ? null : readSettings(settings)
  const after = { ...rules, configuration }
  const changed = changes(before, after)
  if (changed.length === 0) return
  await inTransaction(async (query) => {
    await storeAccess(query, examId, after)
    if (changed.includes('code')) await query('DELETE FROM access_try WHERE exam_id = $1', [examId])
    const details = { changed, networks: after.networks, safeBrowser: after.safeBrowser, hasCode: after.code !== null }
    await logAction(query, { examId, personId, action: 'set-access', details })
  })
  forgetGate(examId)
}
