'use client'
import Link from 'next/link'
import { useMessages } from '../messages/provider.tsx'
import { link, primary, secondary } from '../site/buttons.ts'
import { RefreshEvery } from '../staff/progress/refresh-every.tsx'
import { SendButton } from '../staff/send-button.tsx'
import { StaffSection } from '../staff/staff-heading.tsx'
import { ProblemLines } from './problem-lines.tsx'

export interface ShownTrial {
  id: string
  state: string
  outdated: boolean
  problems: { slug: string; problem: string }[]
  attempts: { id: string; number: number; state: string }[]
}

interface Props {
  examId: string
  /** what keeps it from being made; null: nothing */
  obstacle: 'empty' | 'trial' | null
  trial: ShownTrial | null
}

/** One's own trial of an exam: made, sat, looked at, thrown away. */
export function TrialPanel({ examId, obstacle, trial }: Props) {
  const { t } = useMessages()
  const api = `/api/staff/v1/exams/${examId}/trial`
  if (obstacle) return <p>{t(obstacle === 'trial' ? 'builder.isTrial' : 'builder.trialEmpty')}</p>
  if (!trial)
    return (
      <SendButton main path={api}>
        {t('builder.makeTrial')}
      </SendButton>
    )
  return (
    <>
      <TrialState trial={trial} />
      <p className="mt-5 flex flex-wrap items-start gap-3">
        {trial.state === 'published' ? (
          <a className={primary} href={`/exams/${trial.id}`}>
            {t('builder.sit')}
          </a>
        ) : null}
        {trial.state === 'publishing' ? null : (
          <>
            <SendButton main={trial.state === 'failed'} path={api}>
              {t('builder.makeAnother')}
            </SendButton>
            <SendButton path={`${api}/discard`}>{t('builder.throwAway')}</SendButton>
          </>
        )}
      </p>
      <p className="interface mt-2 text-fine text-soft">{t('builder.thrownAway')}</p>
      {trial.state === 'published' ? <Attempts trial={trial} /> : null}
    </>
  )
}

function TrialState({ trial }: { trial: ShownTrial }) {
  const { t } = useMessages()
  if (trial.state === 'publishing')
    return (
      <p role="status">
        {t('builder.trialPublishing')}
        <RefreshEvery seconds={2} />
      </p>
    )
  if (trial.state !== 'published')
    return (
      <div role="status">
        <p>{t('builder.trialFailed')}</p>
        <ProblemLines problems={trial.problems} />
      </div>
    )
  return (
    <p role="status" className={trial.outdated ? 'text-caution' : ''}>
      {t(trial.outdated ? 'builder.trialOutdated' : 'builder.trialReady')}
    </p>
  )
}

function Attempts({ trial }: { trial: ShownTrial }) {
  const { t } = useMessages()
  return (
    <StaffSection title={t('builder.trialResults')}>
      {trial.attempts.length === 0 ? <p className="text-soft">{t('builder.trialNone')}</p> : null}
      <ul className="interface flex flex-col gap-2">
        {trial.attempts.map(({ id, number, state }) => (
          <li key={id}>
            {t('builder.trialAttempt', { n: number })}:{' '}
            <a className={link} href={state === 'open' ? `/attempts/${id}` : `/attempts/${id}/result`}>
              {t(state === 'open' ? 'builder.trialOpen' : 'builder.trialClosed')}
            </a>
          </li>
        ))}
      </ul>
      {trial.attempts.length > 0 ? (
        <p className="interface mt-5">
          <Link className={secondary} href={`/staff/exams/${trial.id}`} prefetch={false}>
            {t('builder.reviewTrial')}
          </Link>
          <span className="mt-1 block text-fine text-soft">{t('builder.reviewTrialHint')}</span>
        </p>
      ) : null}
    </StaffSection>
  )
}
