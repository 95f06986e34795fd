import type { Metadata } from 'next'
import '../../../../../fonts/math.css'
import { notFound } from 'next/navigation'
import { defaultLocale, messagesIn, pickMessages } from '../../../../../../components/messages/catalogue.ts'
import { MessagesProvider } from '../../../../../../components/messages/provider.tsx'
import { ResultPreview } from '../../../../../../components/result/result-preview.tsx'
import { shownInWords } from '../../../../../../components/staff/release/shown.ts'
import { StaffHeading } from '../../../../../../components/staff/staff-heading.tsx'
import { attemptParams, examParams } from '../../../../../../lib/attempts/input.ts'
import { currentPrincipal } from '../../../../../../lib/auth/current.ts'
import { previewResult } from '../../../../../../lib/release/preview-result.ts'
import { load } from '../../../../../load.ts'
import { requestSettings } from '../../../../../request.ts'

export const metadata: Metadata = { title: messagesIn(defaultLocale)('release.previewTitle') }

interface Props {
  params: Promise<{ examId: string; attemptId: string }>
  searchParams: Promise<{ shows?: string | string[] }>
}

const said = ['fields', 'pages', 'parting', 'receipt', 'requests', 'result', 'sitting', 'verdict'] as const

/** What a student would see by the options in the address. */
export default async function ReleasePreviewPage({ params, searchParams }: Props) {
  const [{ examId, attemptId }, { shows }] = await Promise.all([params, searchParams])
  const known = examParams.safeParse({ examId }).success && attemptParams.safeParse({ id: attemptId }).success
  if (!known) notFound()
  const { locale } = await requestSettings()
  const t = messagesIn(locale)
  const principal = await currentPrincipal()
  const options = typeof shows === 'string' ? shows : ''
  const back = `/staff/exams/${examId}/release`
  const result = await load(back, () => previewResult(principal, attemptId, options))
  if (result.exam.id !== examId) notFound()
  return (
    <MessagesProvider locale={locale} messages={pickMessages(locale, said)}>
      <StaffHeading
        back={{ href: back, text: t('release.title') }}
        title={t('release.previewTitle')}
        facts={t('release.previewNote', { shown: shownInWords(result.shows, t) })}
      />
      <ResultPreview attemptId={attemptId} result={result} />
    </MessagesProvider>
  )
}
