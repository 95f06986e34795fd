import type { Translate } from '../messages/catalogue.ts'
import { SendButton } from './send-button.tsx'

/** What may be done with a regrade as it stands; nothing once it is decided. */
export function RegradeDecision(props: { id: string; state: string; problem: string | null; t: Translate }) {
  const { id, state, problem, t } = props
  const api = `/api/staff/v1/regrades/${id}`
  if (state === 'running')
    return (
      <div className="mt-5">
        <SendButton path={`${api}/discard`}>{t('regrade.cancel')}</SendButton>
      </div>
    )
  if (state !== 'ready' && state !== 'failed') return null
  return (
    <div className="mt-5 flex flex-col gap-3">
      {state === 'ready' ? <p className="interface max-w-measure text-soft">{t('regrade.approveLead')}</p> : null}
      <div className="flex flex-wrap gap-3">
        {state === 'ready' ? (
          <SendButton main path={`${api}/approve`}>
            {t('regrade.approve')}
          </SendButton>
        ) : null}
        {state === 'failed' || problem ? <SendButton path={`${api}/resume`}>{t('regrade.resume')}</SendButton> : null}
        <SendButton path={`${api}/discard`}>{t('regrade.discard')}</SendButton>
      </div>
    </div>
  )
}
