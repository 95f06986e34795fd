'use client'
import { useCallback } from 'react'

/** Below this width in pixels a formula may be wider than its line. */
const widest = 600

const wide = ['inline-block', 'max-w-full', 'overflow-x-auto', 'overflow-y-hidden', 'align-bottom']

/**
 * A ref for a section of text: formulas within a line that are wider than the section scroll within their own width and
 * can be reached with the keyboard. A formula that breaks into several lines is left alone.
 */
export function useWideMath(): (section: HTMLElement | null) => (() => void) | undefined {
  return useCallback((section) => {
    if (!section) return
    let width = -1
    const watcher = new ResizeObserver((seen) => {
      // Told by the observer, for to ask the section itself would lay it out while it is far from the window.
      const now = seen.at(-1)?.contentRect.width ?? 0
      if (now === width || now === 0) return
      // The measure of a line on a wide screen holds every formula: nothing to look for there.
      if (now < widest || width > 0) measure(section)
      width = now
    })
    watcher.observe(section)
    return () => watcher.disconnect()
  }, [])
}

function measure(section: HTMLElement): void {
  const formulas = [...section.querySelectorAll<HTMLElement>('[data-inline]')]
  for (const formula of formulas) {
    formula.classList.remove(...wide)
    formula.removeAttribute('tabindex')
  }
  const edge = section.getBoundingClientRect().right + 1
  const overflowing = formulas.filter(
    (formula) =>
      formula.closest('.overflow-x-auto, [aria-hidden]') === null && formula.getBoundingClientRect().right > edge,
  )
  for (const formula of overflowing) {
    formula.classList.add(...wide)
    formula.tabIndex = 0
  }
}
