import type { Translate } from '../../messages/catalogue.ts'
import type { Kappa } from './agreement.ts'

/** An agreement in two decimals and in words; what cannot be told is not called nothing. */
export function KappaText({ kappa, t }: { kappa: Kappa; t: Translate }) {
  if (kappa.n === 0) return <span className="text-soft">{t('agreement.tooFew')}</span>
  if (kappa.value === null) return <span className="text-soft">{t('agreement.noKappa')}</span>
  return (
    <span className="tabular-nums">
      {t('agreement.kappa', { value: kappa.value.toFixed(2), reading: kappa.reading ?? 'none' })}
    </span>
  )
}
