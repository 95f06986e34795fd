'use client'
import { useEffect, useState } from 'react'
import type { MathNode } from '../../../grader/language/print-mathml.ts'
import { MathMarkup } from '../math.tsx'

/** What stands before the "=": set by the browser once the printer has loaded, its room kept until then. */
export function Target({ latex }: { latex: string }) {
  const [math, setMath] = useState<MathNode | null>(null)
  useEffect(() => {
    import('./target-math.ts').then(({ targetMath }) => setMath(targetMath(latex)))
  }, [latex])
  return <span className="min-w-14 shrink-0 text-right">{math && <MathMarkup node={math} />}</span>
}
