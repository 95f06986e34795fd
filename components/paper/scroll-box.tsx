'use client'
import { type ReactNode, useEffect, useRef, useState } from 'react'

/** Wide matter scrolls within its own width, and can then be reached and scrolled with the keyboard. */
export function ScrollBox({ className, children }: { className?: string; children: ReactNode }) {
  const box = useRef<HTMLDivElement>(null)
  const [wide, setWide] = useState(false)
  useEffect(() => {
    const element = box.current
    if (!element) return
    const look = () => setWide(element.scrollWidth > element.clientWidth)
    const watcher = new ResizeObserver(look)
    watcher.observe(element)
    void document.fonts.ready.then(look)
    return () => watcher.disconnect()
  }, [])
  return (
    <div ref={box} className={`overflow-x-auto overflow-y-hidden ${className ?? ''}`} tabIndex={wide ? 0 : undefined}>
      {children}
    </div>
  )
}
