import Link from 'next/link'
import type { Translate } from '../../messages/catalogue.ts'
import { link } from '../../site/buttons.ts'
import { When } from '../../staff/when.tsx'
import { type PastCorrection, type QuestionUse, reportOf } from './uses.ts'

interface Props {
  slug: string
  uses: readonly QuestionUse[]
  corrections: readonly PastCorrection[]
  locale: string
  zone: string
  t: Translate
}

/** The exams that use a question, with the way to correct it in them, and how it was corrected. */
export function UseList({ slug, uses, corrections, locale, zone, t }: Props) {
  if (uses.length === 0) return <p className="interface text-soft">{t('corrections.unused')}</p>
  return (
    <div className="interface flex flex-col gap-6">
      <ul className="flex flex-col">
        {uses.map((use) => (
          <li
            key={use.examId}
            className="flex flex-wrap items-baseline gap-x-4 gap-y-1 border-t border-rule py-3 first:border-t-0"
          >
            <span className="min-w-0 basis-64 grow">
              <Link href={`/staff/exams/${use.examId}`} prefetch={false} className={link}>
                {use.title}
              </Link>{' '}
              <span className="text-soft">{use.course}</span>
            </span>
            <span className="text-soft">
              <code className="text-fine">{use.version.slice(0, 10)}</code>
              {' · '}
              {t('corrections.counts', { sitting: use.sitting, submissions: use.submissions })}
            </span>
            {use.behind && <span className="text-caution">{t('corrections.behind')}</span>}
            <Correct slug={slug} use={use} t={t} />
          </li>
        ))}
      </ul>
      {uses.filter(({ mayCorrect, open }) => mayCorrect && !open).length > 1 && (
        <p>
          <Link href={`/staff/questions/${slug}/history/correct`} prefetch={false} className={link}>
            {t('corrections.several')}
          </Link>
        </p>
      )}
      {corrections.length > 0 && (
        <section>
          <h3 className="mb-2 font-semibold">{t('corrections.past')}</h3>
          <ul className="flex flex-col gap-2">
            {corrections.map(({ regradeId, examId, exam, policy, state, reason, by, at }) => (
              <li key={regradeId}>
                <Link href={reportOf(examId, regradeId)} prefetch={false} className={link}>
                  {t('corrections.inExam', { policy, exam })}
                </Link>{' '}
                <span className="text-soft">
                  {t('regrade.state', { state })} · {by} · <When iso={at} locale={locale} zone={zone} />
                </span>
                <span className="block">{reason}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  )
}

function Correct({ slug, use, t }: { slug: string; use: QuestionUse; t: Translate }) {
  if (use.open)
    return (
      <Link href={reportOf(use.examId, use.open)} prefetch={false} className={link}>
        {t('corrections.open')}
      </Link>
    )
  if (!use.mayCorrect) return null
  return (
    <Link href={`/staff/questions/${slug}/history/correct?exam=${use.examId}`} prefetch={false} className={link}>
      {t('corrections.correct')}
      <span className="sr-only"> {use.title}</span>
    </Link>
  )
}
