import Link from 'next/link'
import { notFound, redirect } from 'next/navigation'
import { messagesIn, pickMessages } from '../../../../../../components/messages/catalogue.ts'
import { MessagesProvider } from '../../../../../../components/messages/provider.tsx'
import { secondary } from '../../../../../../components/site/buttons.ts'
import { StaffHeading, StaffSection } from '../../../../../../components/staff/staff-heading.tsx'
import { ComparisonShown } from '../../../../../../components/versions/comparison-shown.tsx'
import { CorrectForm } from '../../../../../../components/versions/corrections/correct-form.tsx'
import { CorrectSeveralForm } from '../../../../../../components/versions/corrections/correct-several-form.tsx'
import { currentPrincipal } from '../../../../../../lib/auth/current.ts'
import { Refusal } from '../../../../../../lib/http/refusal.ts'
import { compareTexts } from '../../../../../../lib/questions/versions/compare.ts'
import { questionUses } from '../../../../../../lib/questions/versions/corrections/question-uses.ts'
import { questionParams } from '../../../../../../lib/questions/versions/params.ts'
import { load } from '../../../../../load.ts'
import { requestSettings } from '../../../../../request.ts'

interface Props {
  params: Promise<{ slug: string }>
  searchParams: Promise<{ exam?: string | string[] }>
}

/** Who may only use the question sees no texts of it. */
function withoutTexts(error: unknown): null {
  if (error instanceof Refusal) return null
  throw error
}

export default async function CorrectPage({ params, searchParams }: Props) {
  const address = questionParams.safeParse(await params)
  if (!address.success) notFound()
  const { slug } = address.data
  const { exam } = await searchParams
  const { locale } = await requestSettings()
  const t = messagesIn(locale)
  const principal = await currentPrincipal()
  const page = `/staff/questions/${slug}/history/correct`
  const here = exam === undefined ? page : `${page}?exam=${exam}`
  const { version, uses } = await load(here, () => questionUses(principal, slug))
  const messages = pickMessages(locale, ['versions', 'corrections', 'staff'])
  const back = { href: `/staff/questions/${slug}/history`, text: t('versions.history') }
  if (exam === undefined) {
    const several = uses.filter(({ mayCorrect, open }) => mayCorrect && !open)
    const [first] = several
    if (!first) notFound()
    return (
      <MessagesProvider locale={locale} messages={messages}>
        <StaffHeading
          back={back}
          title={t('corrections.heading', { title: first.question })}
          facts={t('corrections.severalFacts', { n: several.length })}
        />
        <p className="interface mb-6 max-w-measure">{t('corrections.lead')}</p>
        {several.some(({ behind }) => behind) && (
          <p className="interface mb-6 max-w-measure text-soft">{t('corrections.variants')}</p>
        )}
        {version === null && <p className="interface mb-6 max-w-measure text-soft">{t('corrections.away')}</p>}
        <CorrectSeveralForm slug={slug} uses={several} version={version} />
      </MessagesProvider>
    )
  }
  const use = uses.find(({ examId, mayCorrect }) => examId === exam && mayCorrect)
  if (!use) notFound()
  if (use.open) redirect(`/staff/exams/${use.examId}/regrade?id=${use.open}`)
  const compared = use.behind ? await compareTexts(principal, slug, use.version, 'published').catch(withoutTexts) : null
  const { title, sitting, submissions } = use
  const fresh = use.behind && use.untouched
  return (
    <MessagesProvider locale={locale} messages={messages}>
      <StaffHeading
        back={back}
        title={t('corrections.heading', { title: use.question })}
        facts={t('corrections.facts', { exam: title, version: use.version.slice(0, 10), sitting, submissions })}
      />
      {fresh && (
        <div className="interface mb-8 flex max-w-measure flex-col items-start gap-3 border-l-2 border-accent pl-4">
          <p>{t('corrections.untouched')}</p>
          <Link href={`/staff/exams/${use.examId}/checklist`} prefetch={false} className={secondary}>
            {t('corrections.drawAnew')}
          </Link>
        </div>
      )}
      {fresh && <h2 className="interface mb-3 font-semibold">{t('corrections.otherwise')}</h2>}
      <p className="interface mb-6 max-w-measure">{t('corrections.lead')}</p>
      {use.behind && <p className="interface mb-6 max-w-measure text-soft">{t('corrections.variants')}</p>}
      {!use.behind && (
        <p className="interface mb-6 max-w-measure text-soft">{t(version ? 'corrections.same' : 'corrections.away')}</p>
      )}
      <CorrectForm slug={slug} use={use} version={version} />
      {compared && (
        <StaffSection title={t('corrections.differs')}>
          <ComparisonShown text={compared.text} students={compared.students} />
        </StaffSection>
      )}
    </MessagesProvider>
  )
}
