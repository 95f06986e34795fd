'use client'
import { layoutOf } from '../../fields/tensor/layout.ts'
import { useMessages } from '../../messages/provider.tsx'
import { printValue } from '../values.ts'
import { scaleOf } from './heat.ts'
import type { PartingStep } from './parting.ts'
import { type MapCell, ValueMap } from './value-map.tsx'

/** Slices of a tensor of rank 3 and more that are drawn of one step. */
const mostSlices = 4

/** Own and expected values of one step side by side, and how far they lie apart. */
export function StepMaps({ step, fromOwn }: { step: PartingStep; fromOwn: boolean }) {
  const { t } = useMessages()
  const { field, own, expected, through, off, first, typed } = step
  const decimals = field.kind === 'number' || field.kind === 'tensor' ? field.decimals : null
  const print = (value: number) => printValue(value, decimals)
  if (!own) {
    const shapes = { own: step.ownShape.join(' × '), expected: expected.shape.join(' × ') }
    return (
      <p className="text-ui">{step.state === 'unanswered' ? t('parting.nothing') : t('parting.otherShape', shapes)}</p>
    )
  }
  const slices = slicesOf(step)
  const all = layoutOf(expected.shape).slices.length
  const shared = { shape: expected.shape, slices, most: scaleOf(expected.data) }
  const plain = (value: number): MapCell => ({ text: print(value), value })
  const ownCells = own.map(
    (value, k): MapCell => ({
      text: (typed?.[k] ?? (value === null ? '' : print(value))).replace(/^-/, '−'),
      value,
      off: off[k] === true,
      first: k === first && off[k] === true,
    }),
  )
  const aim = through?.data.length === own.length && fromOwn ? through : expected
  const gaps = own.map((value, k) => (value === null || !off[k] ? null : value - (aim.data[k] ?? Number.NaN)))
  const gapCells = gaps.map((gap, k): MapCell => {
    if (gap !== null) return { text: gap > 0 ? `+${print(gap)}` : print(gap), value: gap }
    return { text: own[k] === null ? '' : '≈', value: null, spoken: own[k] === null ? '–' : t('parting.agrees') }
  })
  return (
    <>
      <div className="flex flex-wrap items-start gap-x-6 gap-y-3">
        <ValueMap title={t('parting.yours')} cells={ownCells} {...shared} />
        {aim !== expected && <ValueMap title={t('parting.fromYours')} cells={aim.data.map(plain)} {...shared} />}
        <ValueMap title={t('parting.reference')} cells={expected.data.map(plain)} {...shared} />
        {own.length > 1 && off.includes(true) && (
          <ValueMap title={t('parting.apart')} cells={gapCells} {...shared} most={scaleOf(gaps)} />
        )}
      </div>
      {slices.length < all && <p className="eyebrow mt-1">{t('parting.moreSlices', { n: all - slices.length })}</p>}
    </>
  )
}

/** The slices with a wrong entry, at most a few; the first one where there is none. */
function slicesOf({ expected, off }: PartingStep): number[] {
  const { slices, rows, columns } = layoutOf(expected.shape)
  const size = rows * columns
  const wrong = slices.flatMap((_, k) => (off.slice(k * size, (k + 1) * size).includes(true) ? [k] : []))
  return wrong.length > 0 ? wrong.slice(0, mostSlices) : [0]
}
