'use client'
import { type PointerEvent, type RefObject, useEffect, useRef, useState } from 'react'
import { type Drop, dropAt, gapAt, type ListedAt } from './drop-place.ts'

/** A question by its slug, or a whole section by its key. */
export interface Dragged {
  what: 'question' | 'section'
  of: string
}

export interface Dragging extends Dragged {
  drop: Drop
}

/** so near to the edge of the window it scrolls, and so far each time */
const edge = 70
const step = 10

/** A section takes what is let go anywhere over it, its head too. */
function listsIn(root: HTMLElement | null): ListedAt[] {
  return [...(root?.querySelectorAll<HTMLElement>('[data-questions]') ?? [])].map((section) => {
    const { top, bottom } = section.getBoundingClientRect()
    const middles = [...section.querySelectorAll('li')].map((row) => {
      const box = row.getBoundingClientRect()
      return (box.top + box.bottom) / 2
    })
    return { top, bottom, middles }
  })
}

/** Where it would go if it were let go at this height. A section goes between sections: before one, or behind the last. */
function dropOf(what: Dragged['what'], y: number, root: HTMLElement | null): Drop {
  const lists = listsIn(root)
  return what === 'question' ? dropAt(y, lists) : { section: gapAt(y, lists), at: 0 }
}

/** A question or a section that is dragged by its handle, with a mouse, a pen or a finger. Escape puts it back. */
export function useDrag(root: RefObject<HTMLElement | null>, onDrop: (dragged: Dragged, drop: Drop) => void) {
  const [dragging, setDragging] = useState<Dragging | null>(null)
  const y = useRef(0)
  const what = dragging?.what ?? null

  useEffect(() => {
    if (what === null) return
    let frame = 0
    const look = () => {
      const by = y.current < edge ? -step : y.current > window.innerHeight - edge ? step : 0
      if (by !== 0) window.scrollBy(0, by)
      const drop = dropOf(what, y.current, root.current)
      setDragging((now) =>
        now === null || (now.drop.section === drop.section && now.drop.at === drop.at) ? now : { ...now, drop },
      )
      frame = requestAnimationFrame(look)
    }
    frame = requestAnimationFrame(look)
    const key = (event: KeyboardEvent) => {
      if (event.key === 'Escape') setDragging(null)
    }
    window.addEventListener('keydown', key)
    return () => {
      cancelAnimationFrame(frame)
      window.removeEventListener('keydown', key)
    }
  }, [what, root])

  /** What the handle of a question or a section does. */
  const handle = (of: string, what: Dragged['what'] = 'question') => ({
    onPointerDown: (event: PointerEvent<HTMLElement>) => {
      if (event.button !== 0) return
      event.currentTarget.setPointerCapture(event.pointerId)
      y.current = event.clientY
      setDragging({ what, of, drop: dropOf(what, event.clientY, root.current) })
    },
    onPointerMove: (event: PointerEvent<HTMLElement>) => {
      y.current = event.clientY
    },
    onPointerUp: (event: PointerEvent<HTMLElement>) => {
      if (dragging?.of === of) onDrop({ what, of }, dropOf(what, event.clientY, root.current))
      setDragging(null)
    },
    onPointerCancel: () => setDragging(null),
  })
  return { dragging, handle }
}
