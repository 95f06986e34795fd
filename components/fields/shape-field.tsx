'use client'
import { useMessages } from '../messages/provider.tsx'
import type { ControlProps } from './props.ts'

/** A tensor's shape, in any of the usual notations; the order of its axes is said beside it. */
export function ShapeField({ field, value, onChange, onLeave, disabled, ...at }: ControlProps<'shape'>) {
  const { t } = useMessages()
  return (
    <span className="inline-flex max-w-full flex-wrap items-center gap-x-2 gap-y-1">
      <input
        id={at.id}
        className="ruled w-44 max-w-full"
        type="text"
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        maxLength={4000}
        value={value?.text ?? ''}
        disabled={disabled}
        aria-labelledby={at.labelledBy}
        aria-describedby={`${at.id}-axes ${at.describedBy}`}
        aria-invalid={at.invalid}
        onChange={({ currentTarget: { value: text } }) => onChange(text === '' ? null : { kind: 'shape', text })}
        onBlur={onLeave}
      />
      <span id={`${at.id}-axes`} className="eyebrow">
        {field.axes.length > 0 ? field.axes.join(' × ') : t('fields.shapeHint')}
      </span>
    </span>
  )
}
