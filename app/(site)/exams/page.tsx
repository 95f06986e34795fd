import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { defaultLocale, messagesIn } from '../../../components/messages/catalogue.ts'
import { ExamList } from '../../../components/site/exam-list.tsx'
import { currentPrincipal } from '../../../lib/auth/current.ts'
import { listExams } from '../../../lib/exams/list-exams.ts'
import { load } from '../../load.ts'
import { requestSettings } from '../../request.ts'
import { roomsOf } from '../../staff-member.ts'

export const metadata: Metadata = { title: messagesIn(defaultLocale)('exams.title') }

export default async function ExamsPage() {
  const [{ locale, zone }, principal] = await Promise.all([requestSettings(), currentPrincipal()])
  const exams = await load('/exams', () => listExams(principal))
  // here one comes after signing in, also who only teaches
  if (exams.length === 0 && !(await roomsOf(principal)).sits) redirect('/staff')
  return <ExamList locale={locale} zone={zone} exams={exams} />
}
