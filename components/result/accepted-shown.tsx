'use client'
import { useMessages } from '../messages/provider.tsx'
import type { Accepted } from './result.ts'
import { ValueGrid } from './value-grid.tsx'
import { printBand } from './values.ts'

/** How exact an answer had to be, in words. */
export function AcceptedShown({ accepted }: { accepted: Accepted }) {
  const { t } = useMessages()
  const { why, decimals, leniency } = accepted
  if (why === 'exact') return <p className="eyebrow mt-2">{t('verdict.acceptedExact')}</p>
  const [smallest, largest] = [printBand(accepted.smallest), printBand(accepted.largest)]
  const within =
    smallest === largest
      ? t('verdict.acceptedWithin', { band: largest })
      : t('verdict.acceptedBetween', { smallest, largest })
  const reason =
    why === 'rounding'
      ? t('verdict.acceptedRounding', { decimals: decimals ?? 0 })
      : decimals === null
        ? t('verdict.acceptedSteps')
        : t('verdict.acceptedStepsTo', { decimals })
  return (
    <p className="eyebrow mt-2">
      {within} {leniency > 1 ? t('verdict.acceptedTimes', { reason, leniency }) : reason}
    </p>
  )
}

/** The half-width of every entry, for staff. */
export function BandsShown({ shape, bands }: { shape: readonly number[]; bands: readonly number[] }) {
  const { t } = useMessages()
  const cells = bands.map((band) => (band === 0 ? t('verdict.bandExact') : `±${printBand(band)}`))
  return (
    <details className="mt-2">
      <summary className="interface min-h-7 text-accent">{t('verdict.bandOfEntries')}</summary>
      <ValueGrid shape={shape} cells={cells} />
    </details>
  )
}
