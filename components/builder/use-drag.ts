'use client'
import { type PointerEvent, type RefObject, useEffect, useRef, useState } from 'react'
import { type Drop, dropAt, type ListedAt } from './drop-place.ts'

export interface Dragging {
  slug: string
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

/** A question that is dragged by its handle, with a mouse, a pen or a finger. Escape puts it back. */
export function useDrag(root: RefObject<HTMLElement | null>, onDrop: (slug: string, drop: Drop) => void) {
  const [dragging, setDragging] = useState<Dragging | null>(null)
  const y = useRef(0)
  const slug = dragging?.slug ?? null

  useEffect(() => {
    if (slug === null) return
    let frame = 0
    const look = () => {
      const by = y.current < edge ? -step : y.current > window.innerHeight - edge ? step : 0
      if (by !== 0) window.scrollBy(0, by)
      const drop = dropAt(y.current, listsIn(root.current))
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
  }, [slug, root])

  /** What the handle of a question does. */
  const handle = (of: string) => ({
    onPointerDown: (event: PointerEvent<HTMLElement>) => {
      if (event.button !== 0) return
      event.currentTarget.setPointerCapture(event.pointerId)
      y.current = event.clientY
      setDragging({ slug: of, drop: dropAt(event.clientY, listsIn(root.current)) })
    },
    onPointerMove: (event: PointerEvent<HTMLElement>) => {
      y.current = event.clientY
    },
    onPointerUp: (event: PointerEvent<HTMLElement>) => {
      if (slug === of) onDrop(of, dropAt(event.clientY, listsIn(root.current)))
      setDragging(null)
    },
    onPointerCancel: () => setDragging(null),
  })
  return { dragging, handle }
}
