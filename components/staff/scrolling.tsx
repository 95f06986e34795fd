import type { ReactNode } from 'react'

/** What may be wider than the window scrolls by itself, and can be reached and scrolled with the keyboard. */
export function Scrolling({ name, children }: { name: string; children: ReactNode }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
    <section className="overflow-x-auto" aria-label={name} tabIndex={0}>
      {children}
    </section>
  )
}
