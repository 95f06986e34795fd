'use client'
import { useMessages } from '../../messages/provider.tsx'
import { quiet } from '../../site/buttons.ts'
import type { FieldOf } from '../props.ts'

interface Props {
  field: FieldOf<'tensor'>
  shape: readonly number[]
  disabled: boolean
  note: string | null
  onResize: (shape: number[]) => void
  onSign: () => void
}

/** The longest axis a student may ask for. */
const longest = 16

/** Beneath a grid: decimals asked for, its size where that is part of the answer, and what a paste did. */
export function GridFoot({ field, shape, disabled, note, onResize, onSign }: Props) {
  const { t } = useMessages()
  const axes =
    shape.length === 2 ? [t('fields.rows'), t('fields.columns')] : shape.map((_, k) => t('fields.axis', { n: k + 1 }))
  const sized = (axis: number, by: number) =>
    shape.map((n, k) => (k === axis ? Math.min(longest, Math.max(1, n + by)) : n))
  return (
    <div className="eyebrow mt-1 flex flex-wrap items-center gap-x-4 gap-y-1.5">
      {field.decimals !== null && <span>{t('fields.cellDecimals', { n: field.decimals })}</span>}
      {field.resizable &&
        axes.map((name, axis) => (
          <span key={name} className="inline-flex items-center gap-1.5">
            {name}
            <button
              type="button"
              className={quiet}
              disabled={disabled || (shape[axis] ?? 1) <= 1}
              aria-label={t('fields.fewer', { axis: name })}
              onClick={() => onResize(sized(axis, -1))}
            >
              −
            </button>
            <output className="min-w-4 text-center text-ink">{shape[axis]}</output>
            <button
              type="button"
              className={quiet}
              disabled={disabled || (shape[axis] ?? 1) >= longest}
              aria-label={t('fields.more', { axis: name })}
              onClick={() => onResize(sized(axis, 1))}
            >
              +
            </button>
          </span>
        ))}
      <button
        type="button"
        className={`${quiet} not-pointer-coarse:hidden`}
        disabled={disabled}
        aria-label={t('fields.sign')}
        onPointerDown={(event) => event.preventDefault()}
        onClick={onSign}
      >
        <span aria-hidden="true">±</span>
      </button>
      <span role="status" className="empty:hidden">
        {note}
      </span>
    </div>
  )
}
