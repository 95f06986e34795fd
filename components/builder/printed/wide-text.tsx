'use client'
import type { ReactNode } from 'react'
import { useWideMath } from '../../paper/use-wide-math.ts'

/** The exam that is printed; on a narrow screen a formula that is wider than its line scrolls within its own width. */
export function WideText({ children }: { children: ReactNode }) {
  return (
    <div ref={useWideMath()} className="printed-exam">
      {children}
    </div>
  )
}
