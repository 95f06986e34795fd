import '../../../fonts/math.css'
import { notFound } from 'next/navigation'
import { ExamRules } from '../../../../components/site/exam-rules.tsx'
import { examParams } from '../../../../lib/attempts/input.ts'
import { currentPrincipal } from '../../../../lib/auth/current.ts'
import { examStart } from '../../../../lib/exams/exam-start.ts'
import { load } from '../../../load.ts'
import { requestSettings } from '../../../request.ts'
import { examEntry } from './entry.ts'

interface Props {
  params: Promise<{ examId: string }>
  searchParams: Promise<{ launch?: string | string[] }>
}

export default async function ExamPage({ params, searchParams }: Props) {
  const address = examParams.safeParse(await params)
  if (!address.success) notFound()
  const { examId } = address.data
  const [{ locale, zone }, principal] = await Promise.all([requestSettings(), currentPrincipal()])
  const exam = await load(`/exams/${examId}`, () => examStart(principal, examId))
  const { launch } = await searchParams
  const access = await load(`/exams/${examId}`, () => examEntry(principal, examId, launch))
  return <ExamRules locale={locale} zone={zone} exam={exam} access={access} />
}
