'use client'
import { useEffect, useState } from 'react'
import type { RawAnswer } from '../../../grader/answers/raw-answer.ts'
import { askAgainAfter, askDesk } from '../desk/desk.ts'
import type { Preview } from './preview.ts'

const rest = 120

export type Answers = Record<string, RawAnswer | null>

export interface Previewed {
  preview: Preview | null
  /** the text that it was drawn from */
  text: string
  working: boolean
  /** why there is none, where it was refused */
  problem: string | null
}

/** The page of a text that can be read, drawn for a seed. The last one stays until the next is there. */
export function usePreview(text: string | null, seed: string, about: { slug: string; tab: string }): Previewed {
  const [shown, setShown] = useState<Previewed>({ preview: null, text: '', working: true, problem: null })
  const [tries, setTries] = useState(0)
  const { slug, tab } = about

  // biome-ignore lint/correctness/useExhaustiveDependencies: a try is a reason to ask again
  useEffect(() => {
    if (text === null) return
    const stop = new AbortController()
    let timer = setTimeout(async () => {
      setShown((last) => ({ ...last, working: true }))
      const asked = await askDesk('preview', { source: text, slug, seed, tab }, stop.signal)
      if (stop.signal.aborted) return
      if (asked.ok) {
        const preview = asked.answer.shown === 'none' ? null : asked.answer
        setShown((last) => ({ ...last, ...(preview && { preview, text }), working: false, problem: null }))
        return
      }
      const after = askAgainAfter(asked.why)
      if (after === null) setShown((last) => ({ ...last, working: false, problem: asked.message }))
      else timer = setTimeout(() => setTries((n) => n + 1), after)
    }, rest)
    return () => {
      stop.abort()
      clearTimeout(timer)
    }
  }, [text, seed, slug, tab, tries])

  return shown
}
