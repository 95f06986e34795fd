'use client'
import { useEffect, useState } from 'react'
import type { ShownQuestion } from '../../result/result.ts'
import { askAgainAfter, askDesk } from '../desk/desk.ts'
import type { Answers, Previewed } from './use-preview.ts'

const rest = 200

export interface Graded {
  question: ShownQuestion | null
  working: boolean
  problem: string | null
}

const nothing: Graded = { question: null, working: false, problem: null }

/** What the real grader says of the answers typed into a preview, as one types them. */
export function useGraded(
  { text, preview }: Previewed,
  answers: Answers,
  about: { slug: string; tab: string },
): Graded {
  const [graded, setGraded] = useState<Graded>(nothing)
  const [tries, setTries] = useState(0)
  const { slug, tab } = about
  const seed = preview?.seed
  const version = preview?.version
  const empty = Object.values(answers).every((answer) => answer === null)

  // biome-ignore lint/correctness/useExhaustiveDependencies: a try is a reason to ask again; the version stands for its text
  useEffect(() => {
    if (empty || seed === undefined) return setGraded(nothing)
    const stop = new AbortController()
    let timer = setTimeout(async () => {
      setGraded((last) => ({ ...last, working: true }))
      const asked = await askDesk('grade', { source: text, slug, seed, answers, tab }, stop.signal)
      if (stop.signal.aborted) return
      if (asked.ok) return setGraded({ question: asked.answer.graded, working: false, problem: null })
      const after = askAgainAfter(asked.why)
      if (after === null) setGraded({ question: null, working: false, problem: asked.message ?? '' })
      else timer = setTimeout(() => setTries((n) => n + 1), after)
    }, rest)
    return () => {
      stop.abort()
      clearTimeout(timer)
    }
  }, [version, seed, answers, empty, slug, tab, tries])

  return graded
}
