'use client'
import { useMessages } from '../../messages/provider.tsx'
import { link } from '../../site/buttons.ts'
import type { Standing } from '../engine/save-engine.ts'
import { signInAddress } from './addresses.ts'

/** The way back in where no window can be opened: a new tab; this one stays. */
export function PlainLink({ standing }: { standing: Standing }) {
  const { t } = useMessages()
  return (
    <a className={link} href={signInAddress(standing === 'other-person')} target="_blank" rel="noreferrer">
      {t('signInAgain.newTab')}
    </a>
  )
}
