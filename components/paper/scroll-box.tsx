'use client'
import { type ReactNode, useEffect, useRef, useState } from 'react'

/** Wide matter scrolls within its own width, and can then be reached and scrolled with the keyboard. */
export function ScrollBox({ className, children }: { className?: string; children: ReactNode }) {
  const box = useRef<HTMLDivElement>(null)
  const [wide, setWide] = useState(false)
  useEffect(() => {
    const element = box.current
    if (!element) return
    // Far from the window the box has no size yet, and to ask for its widths would lay it out.
    const watcher = new ResizeObserver((seen) => {
      if (seen.at(-1)?.contentRect.width) setWide(element.scrollWidth > element.clientWidth)
    })
    const look = () => {
      watcher.unobserve(element)
      watcher.observe(element)
    }
    look()
    document.fonts.addEventListener('loadingdone', look)
    return () => {
      document.fonts.removeEventListener('loadingdone', look)
      watcher.disconnect()
    }
  }, [])
  // positioned, so that what is only for screen readers scrolls along and widens no page
  return (
    <div
      ref={box}
      className={`relative overflow-x-auto overflow-y-hidden ${className ?? ''}`}
      tabIndex={wide ? 0 : undefined}
    >
      {children}
    </div>
  )
}
