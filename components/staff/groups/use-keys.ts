'use client'
import { useEffect, useRef } from 'react'
import { placeOf } from '../review/keys/listen.ts'

interface Doings {
  item: (place: number) => void
  move: (by: 1 | -1) => void
  takeOut: () => void
  decide: () => void
}

/** Keys of a group's page: digits tick rubric items, arrows move, O takes out, Ctrl and Enter decide. */
export function useKeys(doings: Doings) {
  const current = useRef(doings)
  current.current = doings
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      const place = placeOf(event.target)
      if (place.dialog || event.altKey || event.metaKey) return
      const run = doingOf(event, place.typing, current.current)
      if (!run) return
      event.preventDefault()
      run()
    }
    document.addEventListener('keydown', listen)
    return () => document.removeEventListener('keydown', listen)
  }, [])
}

function doingOf(event: KeyboardEvent, typing: boolean, doings: Doings): (() => void) | null {
  if (event.ctrlKey) return event.key === 'Enter' ? doings.decide : null
  if (typing) return null
  if (/^[1-9]$/.test(event.key)) return () => doings.item(Number(event.key) - 1)
  if (event.key === 'ArrowDown') return () => doings.move(1)
  if (event.key === 'ArrowUp') return () => doings.move(-1)
  return event.key.toLowerCase() === 'o' && !event.repeat ? doings.takeOut : null
}
