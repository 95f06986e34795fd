import { headers } from 'next/headers'
import { redirect } from 'next/navigation'
import type { Access } from '../../../../components/access/access.ts'
import { examEntryRules } from '../../../../lib/access/exam-entry.ts'
import { beginLaunch } from '../../../../lib/access/safe-browser/launch.ts'
import { publicOrigin, visitOf } from '../../../../lib/access/visit.ts'
import { examParams } from '../../../../lib/attempts/input.ts'
import type { Principal } from '../../../../lib/auth/principal.ts'

/** Only a hint of which browser it is, to show the right thing: what it says of itself proves nothing. */
const safeBrowser = /\bSEB\b|SafeExamBrowser/

/**
 * How a visit to an exam's page stands to its rules. In Safe Exam Browser the page is opened again under an address with a
 * word of its own, because that address is what the browser's keys are hashed with.
 */
export async function examEntry(principal: Principal | null, examId: string, launch: unknown): Promise<Access> {
  const own = await headers()
  const word = examParams.shape.examId.safeParse(launch)
  const path = `/exams/${examId}${word.success ? `?launch=${word.data}` : ''}`
  const visit = visitOf(own, new URL(path, `http://${own.get('host') ?? 'localhost'}`).href)
  const entry = await examEntryRules(principal && { ...principal, visit }, examId)
  const there = safeBrowser.test(own.get('user-agent') ?? '')
  if (entry.safeBrowser && !entry.proven && there && !word.success) {
    redirect(`/exams/${examId}?launch=${await beginLaunch(principal, examId)}`)
  }
  const settings = `${publicOrigin(visit.url)}/api/exam/v1/exams/${examId}/settings.seb`.replace(/^http/, 'seb')
  return { ...entry, launch: word.success ? word.data : null, settings }
}
