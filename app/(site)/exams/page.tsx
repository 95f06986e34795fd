import type { Metadata } from 'next'
import { defaultLocale, messagesIn } from '../../../components/messages/catalogue.ts'
import { ExamList } from '../../../components/site/exam-list.tsx'
import { currentPrincipal } from '../../../lib/auth/current.ts'
import { listExams } from '../../../lib/exams/list-exams.ts'
import { load } from '../../load.ts'
import { requestSettings } from '../../request.ts'

export const metadata: Metadata = { title: messagesIn(defaultLocale)('exams.title') }

export default async function ExamsPage() {
  const [{ locale, zone }, principal] = await Promise.all([requestSettings(), currentPrincipal()])
  const exams = await load('/exams', () => listExams(principal))
  return <ExamList locale={locale} zone={zone} exams={exams} />
}
