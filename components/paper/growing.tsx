'use client'
import { type ReactNode, startTransition, useEffect, useState } from 'react'

/** Drawn at once: what fills the first screen. */
const first = 1

/** Milliseconds between two steps: room for the reader's own doings. */
const breath = 16

/** A section that is drawn in parts, each laid out before the next comes. */
export interface Section {
  parts: number
  /** the section with its first parts; must be cheap to draw again */
  draw: (parts: number) => ReactNode
}

interface Props {
  /** the first stands in the window and is drawn part by part, the others at once */
  sections: readonly Section[]
  /** told once every section is there */
  onComplete?: () => void
}

/**
 * Sets a long page little by little, so that it answers to its reader meanwhile: the first section part by part, the
 * others one by one, laid out only as they come near the window; then their layout, so that the ways to them are exact.
 * Goes to the part that the address names once all is there.
 */
export function Growing({ sections, onComplete }: Props) {
  const parts = sections[0]?.parts ?? 0
  const all = parts + Math.max(0, sections.length - 1)
  const [step, setStep] = useState(first)
  useEffect(() => {
    if (step === all) onComplete?.()
    if (step >= all + sections.length) {
      const named = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)))
      if (named) named.scrollIntoView()
      return
    }
    // A transition is drawn in slices of a few milliseconds, however large the section.
    const timer = setTimeout(() => startTransition(() => setStep(step + 1)), breath)
    return () => clearTimeout(timer)
  }, [step, all, sections.length, onComplete])
  const drawn = Math.max(1, Math.min(step, all) - parts + 1)
  return sections.slice(0, drawn).map((section, index) => (
    <div key={index} className={index === 0 || index < step - all ? undefined : 'unseen'}>
      {section.draw(index === 0 ? Math.min(step, parts) : section.parts)}
    </div>
  ))
}
