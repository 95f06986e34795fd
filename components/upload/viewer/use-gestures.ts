'use client'
import { type PointerEvent, type RefObject, useEffect, useRef } from 'react'
import type { Point } from './shown-page.ts'
import { moved, placeUnder, type Size, type View, zoomed } from './view.ts'

interface Gestures {
  stage: RefObject<HTMLElement | null>
  picture: Size | null
  view: View
  setView: (change: (view: View) => View) => void
  /** strokes move the picture instead of drawing on it */
  moves: boolean
  onStroke: (stroke: Point[], done: boolean) => void
}

type At = { x: number; y: number }

/** Pointers on the stage: one moves or draws, two pinch; the wheel zooms where the stage has the focus, or with Ctrl. */
export function useGestures({ stage, picture, view, setView, moves, onStroke }: Gestures) {
  const pointers = useRef(new Map<number, At>())
  const stroke = useRef<Point[] | null>(null)

  const atOf = (event: { clientX: number; clientY: number }): At => {
    const box = stage.current?.getBoundingClientRect()
    return { x: event.clientX - (box?.left ?? 0), y: event.clientY - (box?.top ?? 0) }
  }
  useEffect(() => {
    const element = stage.current
    if (!element) return
    const wheel = (event: WheelEvent) => {
      if (!event.ctrlKey && !event.metaKey && !element.contains(document.activeElement)) return
      event.preventDefault()
      const box = element.getBoundingClientRect()
      const at = { x: event.clientX - box.left, y: event.clientY - box.top }
      setView((now) => zoomed(now, Math.exp(-event.deltaY * (event.deltaMode === 1 ? 0.05 : 0.0015)), at))
    }
    element.addEventListener('wheel', wheel, { passive: false })
    return () => element.removeEventListener('wheel', wheel)
  }, [stage, setView])

  const down = (event: PointerEvent) => {
    if (event.button !== 0 || !picture) return
    event.currentTarget.setPointerCapture(event.pointerId)
    pointers.current.set(event.pointerId, atOf(event))
    if (pointers.current.size > 1 && stroke.current) {
      // the second finger turns a stroke that has just begun into a pinch
      stroke.current = null
      onStroke([], true)
    } else if (!moves) {
      stroke.current = [placeUnder(view, picture, atOf(event))]
      onStroke(stroke.current, false)
    }
  }
  const move = (event: PointerEvent) => {
    const before = pointers.current.get(event.pointerId)
    if (!before || !picture) return
    const now = atOf(event)
    const [other] = [...pointers.current].flatMap(([id, at]) => (id === event.pointerId ? [] : [at]))
    pointers.current.set(event.pointerId, now)
    if (other) {
      const far = (at: At) => Math.max(20, Math.hypot(at.x - other.x, at.y - other.y))
      const middle = { x: (now.x + other.x) / 2, y: (now.y + other.y) / 2 }
      setView((held) =>
        moved(zoomed(held, far(now) / far(before), middle), (now.x - before.x) / 2, (now.y - before.y) / 2),
      )
    } else if (stroke.current) {
      stroke.current = [...stroke.current, placeUnder(view, picture, now)]
      onStroke(stroke.current, false)
    } else if (moves) setView((held) => moved(held, now.x - before.x, now.y - before.y))
  }
  const up = (event: PointerEvent) => {
    pointers.current.delete(event.pointerId)
    const drawn = stroke.current
    stroke.current = null
    if (drawn) onStroke(drawn, true)
  }
  const cancel = (event: PointerEvent) => {
    pointers.current.delete(event.pointerId)
    if (stroke.current) onStroke([], true)
    stroke.current = null
  }
  return { onPointerDown: down, onPointerMove: move, onPointerUp: up, onPointerCancel: cancel }
}
