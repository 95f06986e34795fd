'use client'
import type { KeyboardEvent } from 'react'
import type { PaperNode } from '../../../grader/answers/paper.ts'
import { useMessages } from '../../messages/provider.tsx'
import { Paper } from '../../paper/paper.tsx'
import { quiet } from '../../site/buttons.ts'

interface Props {
  id: string
  nodes: PaperNode[]
  place: number
  all: number
  disabled: boolean
  onMove: (by: -1 | 1) => void
  onRemove: () => void
  onDrag: () => void
  onDrop: () => void
}

/** One line in its place, with the buttons that move it. */
export function PlacedLine({ id, nodes, place, all, disabled, onMove, onRemove, onDrag, onDrop }: Props) {
  const { t } = useMessages()
  const keys = (event: KeyboardEvent) => {
    if (!event.altKey || disabled || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return
    event.preventDefault()
    onMove(event.key === 'ArrowUp' ? -1 : 1)
  }
  return (
    <li
      data-line={id}
      className="flex flex-wrap items-start gap-x-3 gap-y-1 border-rule px-2 py-2 not-first:border-t"
      draggable={!disabled}
      onDragStart={onDrag}
      onDragOver={(event) => event.preventDefault()}
      onDrop={(event) => {
        event.stopPropagation()
        onDrop()
      }}
      onKeyDown={keys}
    >
      <span className="interface min-w-5 pt-0.5 text-soft">{place}.</span>
      <div className="min-w-40 grow basis-0">
        <Paper nodes={nodes} />
      </div>
      <span className="flex gap-1">
        <button
          type="button"
          className={quiet}
          disabled={disabled || place === 1}
          aria-label={t('fields.lineUp', { place })}
          onClick={() => onMove(-1)}
        >
          <span aria-hidden="true">↑</span>
        </button>
        <button
          type="button"
          className={quiet}
          disabled={disabled || place === all}
          aria-label={t('fields.lineDown', { place })}
          onClick={() => onMove(1)}
        >
          <span aria-hidden="true">↓</span>
        </button>
        <button
          type="button"
          className={quiet}
          disabled={disabled}
          aria-label={t('fields.lineRemove', { place })}
          onClick={onRemove}
        >
          <span aria-hidden="true">×</span>
        </button>
      </span>
    </li>
  )
}
