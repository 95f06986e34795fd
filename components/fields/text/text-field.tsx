'use client'
import { lazy, Suspense, useState } from 'react'
import { useMessages } from '../../messages/provider.tsx'
import { link } from '../../site/buttons.ts'
import { patient } from '../patient.ts'
import type { ControlProps } from '../props.ts'

// It asks the server for what it shows: there is no need of it before.
const Preview = lazy(patient(() => import('./preview.tsx')))

/** Prose with Markdown and formulas; the preview is set by the server, as the grader will see it. */
export function TextField({ field, value, onChange, onLeave, disabled, ...at }: ControlProps<'text'>) {
  const { t } = useMessages()
  const [preview, setPreview] = useState(false)
  const text = value?.markdown ?? ''
  const length = [...text].length
  const over = length > field.maximumLength
  return (
    <div className="max-w-measure">
      {preview ? (
        <Suspense fallback={<div className="min-h-40" />}>
          <Preview markdown={text} />
        </Suspense>
      ) : (
        <textarea
          id={at.id}
          className="ruled block min-h-40 w-full resize-y px-3 py-2 font-serif text-body field-sizing-content"
          rows={6}
          value={text}
          disabled={disabled}
          aria-labelledby={at.labelledBy}
          aria-describedby={`${at.id}-count ${at.describedBy}`}
          aria-invalid={over}
          onChange={({ currentTarget: { value: next } }) =>
            onChange(next === '' ? null : { kind: 'text', markdown: next })
          }
          onBlur={onLeave}
        />
      )}
      <div className="eyebrow mt-1 flex flex-wrap items-baseline justify-between gap-x-4">
        <span>{t('fields.markdownHint')}</span>
        <button
          type="button"
          className={`${link} interface min-h-7 text-fine`}
          aria-pressed={preview}
          onClick={() => setPreview(!preview)}
        >
          {preview ? t('fields.write') : t('fields.preview')}
        </button>
        <span id={`${at.id}-count`} className={`grow text-right ${over ? 'font-semibold text-caution' : ''}`}>
          {over
            ? t('fields.tooLong', { over: length - field.maximumLength, most: field.maximumLength })
            : t('fields.count', { length, most: field.maximumLength })}
        </span>
      </div>
    </div>
  )
}
