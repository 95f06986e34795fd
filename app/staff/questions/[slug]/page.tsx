import '../../../fonts/math.css'
import { messagesIn } from '../../../../components/messages/catalogue.ts'
import { QuestionPreview } from '../../../../components/staff/question-preview.tsx'
import { StaffHeading } from '../../../../components/staff/staff-heading.tsx'
import { currentPrincipal } from '../../../../lib/auth/current.ts'
import { Refusal } from '../../../../lib/http/refusal.ts'
import { previewQuestion } from '../../../../lib/questions/preview-question.ts'
import { load } from '../../../load.ts'
import { requestSettings } from '../../../request.ts'

interface Props {
  params: Promise<{ slug: string }>
  searchParams: Promise<{ seed?: string | string[] }>
}

export default async function PreviewPage({ params, searchParams }: Props) {
  const { slug } = await params
  const given = (await searchParams).seed
  const seed = (typeof given === 'string' ? given : '').slice(0, 80) || 'preview'
  const { locale } = await requestSettings()
  const t = messagesIn(locale)
  const principal = await currentPrincipal()
  const preview = await load(`/staff/questions/${slug}`, () =>
    previewQuestion(principal, slug, seed).catch((error: unknown) => {
      if (error instanceof Refusal && error.status === 503) return null
      throw error
    }),
  )
  return (
    <>
      <StaffHeading
        back={{ href: '/staff/questions', text: t('staff.questionBank') }}
        title={preview?.title ?? t('staff.previewTitle')}
        facts={preview ? t('staff.versionShort', { version: preview.version.slice(0, 10) }) : undefined}
      />
      {preview ? (
        <QuestionPreview preview={preview} another={crypto.randomUUID().slice(0, 8)} t={t} />
      ) : (
        <p role="alert">{t('staff.graderAway')}</p>
      )}
    </>
  )
}
