'use client'
import { useRef, useState } from 'react'
import { useMessages } from '../../messages/provider.tsx'
import { Paper } from '../../paper/paper.tsx'
import { quiet } from '../../site/buttons.ts'
import type { ControlProps } from '../props.ts'
import { moved, type Order, placed, removed } from './moves.ts'
import { PlacedLine } from './placed-line.tsx'

/** Lines to be put in order. Buttons and Alt with the arrow keys do all that dragging does. */
export default function OrderField({ field, value, onChange, onLeave, disabled, ...at }: ControlProps<'order'>) {
  const { t } = useMessages()
  const [said, setSaid] = useState('')
  const [dragged, setDragged] = useState<string | null>(null)
  const box = useRef<HTMLFieldSetElement>(null)
  const order = (value?.lines ?? []).filter((id) => field.lines.some((line) => line.id === id))
  const unused = field.lines.filter((line) => !order.includes(line.id))
  const nodesOf = (id: string) => field.lines.find((line) => line.id === id)?.nodes ?? []

  const store = (next: Order, id: string) => {
    const place = next.indexOf(id)
    setSaid(place < 0 ? t('fields.lineOut') : t('fields.lineAt', { place: place + 1, all: next.length }))
    onChange(next.length === 0 ? null : { kind: 'order', lines: [...next] })
    // The line takes another place in the document: the focus goes with it.
    requestAnimationFrame(() => {
      const line = box.current?.querySelector<HTMLElement>(`[data-line="${id}"]`)
      const active = document.activeElement
      if (active === null || !line?.contains(active) || active.matches(':disabled')) {
        line?.querySelector<HTMLElement>('button:not(:disabled)')?.focus()
      }
    })
  }
  const drop = (at: number) => {
    if (dragged !== null) store(placed(order, dragged, at), dragged)
    setDragged(null)
  }

  return (
    <fieldset
      ref={box}
      id={at.id}
      className="min-w-0"
      aria-labelledby={at.labelledBy}
      aria-describedby={`${at.id}-hint ${at.describedBy}`}
      onBlur={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget)) onLeave()
      }}
    >
      <p id={`${at.id}-hint`} className="eyebrow mb-2">
        {t('fields.orderHint')}
      </p>
      <ol
        aria-label={t('fields.yourOrder')}
        className="min-h-12 border-y border-line"
        onDragOver={(event) => event.preventDefault()}
        onDrop={() => drop(order.length)}
      >
        {order.length === 0 && <li className="px-2 py-2.5 text-soft italic">{t('fields.noOrder')}</li>}
        {order.map((id, index) => (
          <PlacedLine
            key={id}
            id={id}
            nodes={nodesOf(id)}
            place={index + 1}
            all={order.length}
            disabled={disabled}
            onMove={(by) => store(moved(order, id, by), id)}
            onRemove={() => store(removed(order, id), id)}
            onDrag={() => setDragged(id)}
            onDrop={() => drop(index)}
          />
        ))}
      </ol>
      <p className="eyebrow mt-4 mb-1" id={`${at.id}-tray`}>
        {t('fields.notUsed')}
      </p>
      <ul aria-labelledby={`${at.id}-tray`} className="border-b border-dashed border-line">
        {unused.length === 0 && <li className="px-2 py-2 text-soft italic">{t('fields.allUsed')}</li>}
        {unused.map((line) => (
          <li
            key={line.id}
            data-line={line.id}
            className="flex items-start gap-3 border-t border-dashed border-rule px-2 py-2"
            draggable={!disabled}
            onDragStart={() => setDragged(line.id)}
          >
            <button
              type="button"
              className={quiet}
              disabled={disabled}
              aria-describedby={`${at.id}-${line.id}`}
              onClick={() => store([...order, line.id], line.id)}
            >
              {t('fields.addLine')}
            </button>
            <div id={`${at.id}-${line.id}`} className="min-w-0 grow">
              <Paper nodes={line.nodes} />
            </div>
          </li>
        ))}
      </ul>
      <p role="status" className="sr-only">
        {said}
      </p>
    </fieldset>
  )
}
