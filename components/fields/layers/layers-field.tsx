'use client'
import { useEffect, useRef, useState } from 'react'
import type { LayersReading } from '../../../grader/answers/layers.ts'
import type { LayerRow } from '../../../grader/answers/raw-answer.ts'
import { useMessages } from '../../messages/provider.tsx'
import { secondary } from '../../site/buttons.ts'
import { patient } from '../patient.ts'
import type { ControlProps } from '../props.ts'
import { newRow } from './columns.ts'
import { LayerLineEditor } from './layer-line.tsx'

const none: LayerRow[] = []
const loadReader = patient(() => import('../../../grader/answers/layers.ts'))

/** A network as a table of layers; shapes and parameters are worked out as it is typed. */
export default function LayersField({ field, value, onChange, onLeave, disabled, ...at }: ControlProps<'layers'>) {
  const { t } = useMessages()
  const rows = value?.rows ?? none
  const [reading, setReading] = useState<LayersReading | null>(null)
  const list = useRef<HTMLOListElement>(null)
  const store = (next: LayerRow[]) => onChange(next.length === 0 ? null : { kind: 'layers', rows: next })

  useEffect(() => {
    if (rows.length === 0) return setReading(null)
    let current = true
    loadReader().then(({ readLayers }) => {
      if (current) setReading(readLayers(rows, field.input))
    })
    return () => {
      current = false
    }
  }, [rows, field.input])

  const move = (index: number, by: -1 | 1) => {
    const next = [...rows]
    const [row] = next.splice(index, 1)
    if (row) next.splice(index + by, 0, row)
    store(next)
    list.current?.querySelector<HTMLElement>(`[data-row="${index + by}"] button:not(:disabled)`)?.focus()
  }
  return (
    <fieldset
      className="min-w-0"
      aria-labelledby={at.labelledBy}
      aria-describedby={at.describedBy}
      onBlur={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget)) onLeave()
      }}
    >
      <p className="eyebrow border-y border-rule py-1.5">
        {t('fields.networkTask', { input: field.input.join(' × '), output: field.output.join(' × ') })}{' '}
        {t('fields.budget', { budget: field.parameterBudget })}
      </p>
      <ol ref={list}>
        {rows.map((row, index) => (
          <LayerLineEditor
            key={index}
            id={`${at.id}-row${index}`}
            row={row}
            index={index}
            count={rows.length}
            shape={reading?.lines[index]?.shape ?? null}
            parameters={reading?.lines[index]?.parameters ?? null}
            disabled={disabled}
            onChange={(next) => store(rows.map((other, k) => (k === index ? next : other)))}
            onMove={(by) => move(index, by)}
            onRemove={() => store(rows.filter((_, k) => k !== index))}
          />
        ))}
      </ol>
      <div className="mt-3 flex flex-wrap items-center gap-x-6 gap-y-2">
        <button
          id={at.id}
          type="button"
          className={secondary}
          disabled={disabled || rows.length >= 64}
          onClick={() => store([...rows, newRow(rows.length === 0 ? 'conv' : 'dense')])}
        >
          {t('fields.addLayer')}
        </button>
        <output className="interface text-soft">
          {reading?.output &&
            t('fields.networkSum', { output: reading.output.join(' × '), parameters: reading.parameters })}
        </output>
      </div>
    </fieldset>
  )
}
