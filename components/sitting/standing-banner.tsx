'use client'
import type { ReactNode } from 'react'
import { useMessages } from '../messages/provider.tsx'
import { link, quiet } from '../site/buttons.ts'
import type { SaveEngine, SaveStatus } from './engine/save-engine.ts'

interface Props {
  engine: SaveEngine
  status: SaveStatus
  timeUp: boolean
  resultPage: string
}

/** Says why nothing can be typed any more, or what has to be done first. */
export function StandingBanner({ engine, status, timeUp, resultPage }: Props) {
  return (
    <div role="status" className="interface bg-wash empty:hidden">
      <Banner engine={engine} status={status} timeUp={timeUp} resultPage={resultPage} />
    </div>
  )
}

function Banner({ engine, status, timeUp, resultPage }: Props) {
  const { t } = useMessages()
  if (status.standing === 'closed') {
    return (
      <Line>
        {t('sitting.closed')} {status.unsaved > 0 && t('saving.keptHere', { n: status.unsaved })}{' '}
        <a className={link} href={resultPage}>
          {t('sitting.toResult')}
        </a>
      </Line>
    )
  }
  if (status.standing === 'elsewhere') {
    return (
      <Line>
        {t('sitting.elsewhere')}{' '}
        <button type="button" className={quiet} onClick={() => void engine.takeOver()}>
          {t('sitting.takeOver')}
        </button>
      </Line>
    )
  }
  if (status.standing === 'signed-out') return <Line>{t('sitting.signedOutKeep')}</Line>
  if (status.standing === 'refused') {
    return (
      <Line>
        {status.refusal} {t('sitting.refused')}
      </Line>
    )
  }
  if (timeUp) return <Line>{status.unsaved > 0 ? t('sitting.timeUpSaving') : t('sitting.timeUp')}</Line>
  return null
}

function Line({ children }: { children: ReactNode }) {
  return <p className="mx-auto max-w-6xl px-4 py-2 sm:px-6">{children}</p>
}
