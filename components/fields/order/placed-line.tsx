'use client'
import type { KeyboardEvent } from 'react'
import type { PaperNode } from '../../../grader/answers/paper.ts'
import { Paper } from '../../paper/paper.tsx'
import { PlaceButtons } from '../place-buttons.tsx'

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
      <PlaceButtons of="line" place={place} all={all} disabled={disabled} onMove={onMove} onRemove={onRemove} />
    </li>
  )
}
