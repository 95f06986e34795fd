'use client'
import { useMessages } from '../../messages/provider.tsx'
import { link } from '../../site/buttons.ts'
import { printTime } from '../../site/times.ts'
import { browserZone } from './browser-zone.ts'
import { partId } from './part-id.ts'
import { useRequests } from './provider.tsx'

/** Until when one may ask for another look, and what became of what was asked. */
export function RequestsNote() {
  const { t, locale } = useMessages()
  const desk = useRequests()
  if (desk?.state === 'failed')
    return <p className="interface mt-3 text-caution print:hidden">{t('requests.failed')}</p>
  if (!desk?.own) return null
  const { window, requests } = desk.own
  const open = requests.filter(({ state }) => state === 'open')
  const answered = requests.filter(({ state }) => state === 'answered')
  const first = answered[0] ?? open[0]
  if (!window && !first) return null
  return (
    <p className="interface mt-3 print:hidden">
      {first && (
        <>
          <a className={link} href={`#${partId(first.field)}`}>
            {t('requests.yourRequests')}
          </a>
          {': '}
          {t('requests.overview', { open: open.length, answered: answered.length })}{' '}
        </>
      )}
      {window?.open && (
        <span className="text-soft">
          {t('requests.askUntil', { time: printTime(window.until, locale, browserZone()) })}{' '}
          {window.atMost !== null && t('requests.askAtMost', { n: window.atMost })}
        </span>
      )}
    </p>
  )
}
