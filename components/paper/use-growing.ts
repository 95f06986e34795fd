'use client'
import { useEffect, useState } from 'react'

/** Drawn at once: what fills the first screen. */
const first = 1

/**
 * How many of so many sections to draw by now: the first ones at once, the others one by one when the browser has time
 * for them, so that a long page answers to its reader while it is being set. Goes to the part that the address names
 * once everything is there.
 */
export function useGrowing(all: number): number {
  const [drawn, setDrawn] = useState(first)
  useEffect(() => {
    if (drawn >= all) {
      const named = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)))
      if (named) named.scrollIntoView()
      return
    }
    const timer = setTimeout(() => setDrawn(drawn + 1), 16)
    return () => clearTimeout(timer)
  }, [drawn, all])
  return Math.min(drawn, all)
}
