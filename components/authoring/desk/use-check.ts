'use client'
import { useEffect, useState } from 'react'
import { askAgainAfter, askDesk, type CheckAnswer } from './desk.ts'

/** How long one must rest before the text is read; it takes a few milliseconds. */
const rest = 30
const whenRefused = 5_000

export interface Checked {
  check: CheckAnswer | null
  /** the text that it is of */
  text: string
  away: boolean
}

/** Has the text read as one types. While the desk is away the last answer stays, and it is asked again. */
export function useCheck(text: string, about: { slug: string; tab: string }, onCheck: (checked: Checked) => void) {
  const [checked, setChecked] = useState<Checked>({ check: null, text: '', away: false })
  const [tries, setTries] = useState(0)
  const { slug, tab } = about

  // biome-ignore lint/correctness/useExhaustiveDependencies: a try is a reason to ask again
  useEffect(() => {
    const stop = new AbortController()
    let timer = setTimeout(async () => {
      const asked = await askDesk('check', { source: text, slug, tab }, stop.signal)
      if (stop.signal.aborted) return
      if (asked.ok) {
        const next = { check: asked.answer, text, away: false }
        setChecked(next)
        onCheck(next)
      } else {
        if (asked.why !== 'superseded') setChecked((last) => ({ ...last, away: true }))
        timer = setTimeout(() => setTries((n) => n + 1), askAgainAfter(asked.why) ?? whenRefused)
      }
    }, rest)
    return () => {
      stop.abort()
      clearTimeout(timer)
    }
  }, [text, slug, tab, tries, onCheck])

  return checked
}
