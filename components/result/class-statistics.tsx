'use client'
import { useMessages } from '../messages/provider.tsx'
import type { ClassStatistics } from './result.ts'
import './statistics.css'

/** How the class did: bars over the tenths of the points, one's own among them; and the same in words. */
export function ClassStatisticsShown({ statistics }: { statistics: ClassStatistics }) {
  const { t } = useMessages()
  const { n, mean, median, possible, tenths, own } = statistics
  const most = Math.max(1, ...tenths)
  const edge = (tenth: number) => Math.round((possible * tenth * 100) / tenths.length) / 100
  return (
    <figure className="mt-8 max-w-md border-t border-rule pt-4">
      <figcaption className="interface mb-3">
        <span className="font-semibold">{t('result.class')}</span>{' '}
        {t('result.classNumbers', { n, mean, median, points: possible })}
      </figcaption>
      <ol className="class-bars interface" aria-label={t('result.classBars')}>
        {tenths.map((count, tenth) => (
          <li key={tenth} data-own={tenth === own || undefined}>
            <span className="sr-only">
              {t('result.classBar', { from: edge(tenth), to: edge(tenth + 1), n: count })}{' '}
              {tenth === own ? t('result.classOwn') : ''}
            </span>
            <span aria-hidden="true" className="text-fine text-soft">
              {count > 0 ? count : ''}
            </span>
            <span aria-hidden="true" className="class-bar" data-height={Math.round((20 * count) / most)} />
          </li>
        ))}
      </ol>
      <p aria-hidden="true" className="eyebrow mt-1 flex justify-between">
        <span>{0}</span>
        {own !== null && <span>{t('result.classOwnBar')}</span>}
        <span>{possible}</span>
      </p>
    </figure>
  )
}
