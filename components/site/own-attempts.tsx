import type { Translate } from '../messages/catalogue.ts'
import { link } from './buttons.ts'
import type { ListedAttempt } from './exam-list.tsx'

interface Props {
  t: Translate
  attempts: readonly ListedAttempt[]
  /** of the exam */
  points: number
  time: (iso: string) => string
}

/** A student's attempts so far: what each came to, and which of them counts. */
export function OwnAttempts({ t, attempts, points, time }: Props) {
  return (
    <section aria-labelledby="own-attempts" className="mt-12">
      <h2 id="own-attempts" className="border-b border-ink pb-1.5 text-lead font-semibold">
        {t('quiz.yours')}
      </h2>
      <ul>
        {attempts.map(({ attemptId, number, state, submittedAt, counts, earned }) => (
          <li key={attemptId} className="flex flex-wrap items-baseline gap-x-4 gap-y-1 border-b border-rule py-3">
            <a
              className={`${link} inline-flex min-h-7 items-center font-semibold`}
              href={state === 'open' ? `/attempts/${attemptId}` : `/attempts/${attemptId}/result`}
            >
              {t('quiz.attempt', { number })}
            </a>
            <span className="interface text-soft">
              {submittedAt === null ? t('quiz.open') : `${t('quiz.closed')} ${time(submittedAt)}`}
            </span>
            {earned !== null && state === 'closed' && (
              <span className="interface">{t('quiz.earned', { earned: Number(earned.toFixed(2)), points })}</span>
            )}
            {counts && state === 'closed' && (
              <span className="interface ml-auto font-semibold text-good">✓ {t('quiz.counts')}</span>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}
