'use client'
import type { DOMAttributes } from 'react'

/** What drags a thing by its handle. */
export type Handle = Pick<
  DOMAttributes<HTMLElement>,
  'onPointerDown' | 'onPointerMove' | 'onPointerUp' | 'onPointerCancel'
>

interface Props {
  name: string
  handle: Handle
  /** whether it can go no further up, or down */
  first: boolean
  last: boolean
  onShift: (by: -1 | 1) => void
}

/** The handle by which a question or a section is dragged; with the keyboard it is moved by the arrow keys. */
export function DragHandle({ name, handle, first, last, onShift }: Props) {
  return (
    <button
      type="button"
      data-move="handle"
      className="min-h-7 min-w-6 cursor-grab touch-none rounded-xs text-soft hover:text-ink active:cursor-grabbing disabled:invisible"
      aria-label={name}
      onKeyDown={(event) => {
        const by = event.key === 'ArrowUp' ? -1 : event.key === 'ArrowDown' ? 1 : null
        if (by === null || (by < 0 ? first : last)) return
        event.preventDefault()
        onShift(by)
      }}
      {...handle}
    >
      <span aria-hidden="true">⠿</span>
    </button>
  )
}

/** Where what is dragged would be let go. */
export function DropLine() {
  return <span aria-hidden="true" className="absolute inset-x-0 -top-0.5 h-1 bg-accent" />
}
