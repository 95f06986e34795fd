'use client'
import type { ReactNode } from 'react'
import { useMessages } from '../messages/provider.tsx'
import { link, quiet } from '../site/buttons.ts'
import type { SaveEngine } from './engine/save-engine.ts'
import type { SaveStatus } from './engine/status.ts'
import type { OneTab } from './tabs/one-tab.ts'

interface Props {
  engine: SaveEngine
  tab: OneTab
  status: SaveStatus
  timeUp: boolean
  resultPage: string
  /** offers to show what lies on this device only */
  kept: ReactNode
}

/** Says why nothing can be typed any more, or what has to be done first. */
export function StandingBanner(props: Props) {
  return (
    <div role="status" className="interface bg-wash empty:hidden">
      <Banner {...props} />
    </div>
  )
}

function Banner({ engine, tab, status, timeUp, resultPage, kept }: Props) {
  const { t } = useMessages()
  const { unsaved, late, accepted } = status
  const onlyHere = unsaved > 0 && t('saving.onlyHere', { n: unsaved })
  if (status.standing === 'closed') {
    return (
      <Line>
        {t('sitting.closed')} {onlyHere} {late > 0 && t('saving.keptLate', { n: late })}{' '}
        {accepted > 0 && t('saving.acceptedLate', { n: accepted })} {kept}{' '}
        <a className={link} href={resultPage}>
          {t('sitting.toResult')}
        </a>
      </Line>
    )
  }
  if (status.standing === 'elsewhere') {
    return (
      <Line>
        {t('sitting.elsewhere')} {unsaved > 0 && t('saving.unsentElsewhere', { n: unsaved })} {kept}{' '}
        <button type="button" className={quiet} onClick={() => void engine.takeOver()}>
          {t('sitting.takeOver')}
        </button>
      </Line>
    )
  }
  if (status.standing === 'other-tab') {
    return (
      <Line>
        {t('saving.otherTab')}{' '}
        <button type="button" className={quiet} onClick={() => tab.takeOver()}>
          {t('saving.writeHere')}
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
  if (timeUp && onlyHere && status.activity === 'retrying') {
    return (
      <Line>
        {t('saving.timeUpOnlyHere')} {onlyHere} {kept}
      </Line>
    )
  }
  if (timeUp) return <Line>{unsaved > 0 ? t('sitting.timeUpSaving') : t('sitting.timeUp')}</Line>
  if (status.copy) return null
  return <Line>{t('saving.noCopy')}</Line>
}

function Line({ children }: { children: ReactNode }) {
  return <p className="mx-auto max-w-6xl px-4 py-2 sm:px-6">{children}</p>
}
