'use client'
import { lazy, Suspense, useRef, useState } from 'react'
import { useMessages } from '../../messages/provider.tsx'
import { Paper } from '../../paper/paper.tsx'
import { link } from '../../site/buttons.ts'
import { patient } from '../patient.ts'
import type { ControlProps } from '../props.ts'
import { Palette } from './palette.tsx'

const MathEditor = lazy(patient(() => import('./math-editor.tsx')))

/** A formula, typed as plain text or in a math editor that loads only when it is asked for. */
export default function FormulaField(props: ControlProps<'formula'>) {
  const { field, value, onChange, onLeave, disabled, ...at } = props
  const { t } = useMessages()
  const input = useRef<HTMLInputElement>(null)
  const [editor, setEditor] = useState(value?.notation === 'latex')
  const [stuck, setStuck] = useState(false)
  const source = value?.source ?? ''

  const write = (text: string) => {
    setStuck(false)
    onChange(text === '' ? null : { kind: 'formula', notation: editor ? 'latex' : 'text', source: text })
  }
  const change = async () => {
    const to = editor ? 'text' : 'latex'
    if (source !== '') {
      // without a network the notation stays as it is
      const converted = await import('./convert.ts').then(
        (piece) => piece.converted,
        () => null,
      )
      if (!converted) return
      const text = converted(field, source, editor ? 'latex' : 'text')
      if (text === null) return setStuck(true)
      onChange({ kind: 'formula', notation: to, source: text })
    }
    setStuck(false)
    setEditor(!editor)
  }
  const insert = (text: string) => {
    const box = input.current
    const [start, end] = [box?.selectionStart ?? source.length, box?.selectionEnd ?? source.length]
    const before = source.slice(0, start)
    const gap = /[\p{L}\p{N}_')\]]$/u.test(before) ? ' ' : ''
    write(before + gap + text + source.slice(end))
    const caret = start + gap.length + text.length - (text.endsWith('()') ? 1 : 0)
    requestAnimationFrame(() => {
      box?.focus()
      box?.setSelectionRange(caret, caret)
    })
  }

  return (
    <div className="max-w-measure">
      <div className="flex items-center gap-2">
        {field.targetNodes && (
          <span className="shrink-0">
            <Paper nodes={field.targetNodes} />
          </span>
        )}
        {editor ? (
          <Suspense fallback={<div className="ruled h-11 grow" />}>
            <MathEditor {...at} field={field} source={source} disabled={disabled} onWrite={write} onLeave={onLeave} />
          </Suspense>
        ) : (
          <input
            ref={input}
            id={at.id}
            className="ruled h-11 min-w-0 grow"
            type="text"
            autoComplete="off"
            autoCapitalize="none"
            autoCorrect="off"
            spellCheck={false}
            maxLength={4000}
            value={source}
            disabled={disabled}
            aria-labelledby={at.labelledBy}
            aria-describedby={at.describedBy}
            aria-invalid={at.invalid}
            onChange={(event) => write(event.currentTarget.value)}
            onBlur={onLeave}
          />
        )}
      </div>
      {!disabled && (
        <div className="mt-1.5 flex flex-wrap items-center gap-x-4 gap-y-1.5">
          {!editor && <Palette field={field} onInsert={insert} />}
          <button type="button" className={`${link} interface min-h-7 text-fine`} onClick={change}>
            {editor ? t('fields.asText') : t('fields.asMath')}
          </button>
          <span role="status" className="interface text-fine text-caution empty:hidden">
            {stuck && t('fields.cannotSwitch')}
          </span>
        </div>
      )}
    </div>
  )
}
