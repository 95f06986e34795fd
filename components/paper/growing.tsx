'use client'
import { type ReactNode, startTransition, useEffect, useState } from 'react'

/** Drawn at once: what fills the first screen. */
const first = 1

/** Milliseconds between two steps: room for the reader's own doings. */
const breath = 16

interface Props {
  /** one section a question; they must be cheap to draw again */
  children: ReactNode[]
  /** told once every section is there */
  onComplete?: () => void
}

/**
 * Sets a long page little by little, so that it answers to its reader meanwhile: first section by section, laid out only
 * as it comes near the window; then the layout of the others, so that the ways to them are exact. Goes to the part that
 * the address names once all is there.
 */
export function Growing({ children, onComplete }: Props) {
  const all = children.length
  const [step, setStep] = useState(first)
  const drawn = Math.min(step, all)
  const settled = step - all
  useEffect(() => {
    if (step === all) onComplete?.()
    if (step >= 2 * all) {
      const named = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)))
      if (named) named.scrollIntoView()
      return
    }
    // A transition is drawn in slices of a few milliseconds, however large the section.
    const timer = setTimeout(() => startTransition(() => setStep(step + 1)), breath)
    return () => clearTimeout(timer)
  }, [step, all, onComplete])
  return children.slice(0, drawn).map((section, index) => (
    <div key={index} className={index < settled ? undefined : 'unseen'}>
      {section}
    </div>
  ))
}
