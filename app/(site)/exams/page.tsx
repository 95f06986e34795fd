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
  const [exams, { sits }] = await load('/exams', () => Promise.all([listExams(principal), roomsOf(principal)]))
  if (!sits && exams.length === 0) redirect('/staff') // here one comes after signing in
  return <ExamList locale={locale} zone={zone} exams={exams} />
}
