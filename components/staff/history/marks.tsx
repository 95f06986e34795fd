import { useMessages } from '../../messages/provider.tsx'
import type { Outcome } from './standing.ts'

const tall = { late: 10, superseded: 6 } as const

/** Where along the slider something came late or lost; told apart by height as well as by colour. */
export function Marks({ fates }: { fates: readonly Outcome[] }) {
  const { t } = useMessages()
  const marked = fates.flatMap((fate, k) => (fate === 'applied' ? [] : [{ fate, at: k + 1 }]))
  if (marked.length === 0) return null
  return (
    <>
      {/* the thumb of a slider is half its width away from either end */}
      <svg
        className="block h-2.5 w-full px-2"
        viewBox={`0 0 ${fates.length} 10`}
        preserveAspectRatio="none"
        aria-hidden="true"
      >
        {marked.map(({ fate, at }) => (
          <line
            key={at}
            x1={at}
            x2={at}
            y1={0}
            y2={tall[fate]}
            vectorEffect="non-scaling-stroke"
            className={fate === 'late' ? 'stroke-wrong' : 'stroke-caution'}
            strokeWidth={2}
          />
        ))}
      </svg>
      <p className="interface mt-1 text-fine text-soft" aria-hidden="true">
        <span className="text-wrong">▏</span>
        {t('evidence.legendLate')} <span className="ml-3 text-caution">▏</span>
        {t('evidence.legendSuperseded')}
      </p>
    </>
  )
}
