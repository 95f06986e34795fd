'use client'
import { useEffect, useState } from 'react'
import type { ShownQuestion } from '../../result/result.ts'
import { askDesk } from '../desk/desk.ts'
import type { Preview } from './preview.ts'
import type { Answers } from './use-preview.ts'

const rest = 200

export interface Graded {
  question: ShownQuestion | null
  working: boolean
  problem: string | null
}

const nothing: Graded = { question: null, working: false, problem: null }

/** What the real grader says of the answers typed into a preview, as one types them. */
export function useGraded(
  text: string,
  preview: Preview | null,
  answers: Answers,
  about: { slug: string; tab: string },
): Graded {
  const [graded, setGraded] = useState<Graded>(nothing)
  const { slug, tab } = about
  const seed = preview?.seed
  const version = preview?.version
  const empty = Object.values(answers).every((answer) => answer === null)

  // biome-ignore lint/correctness/useExhaustiveDependencies: of a text that gave this version
  useEffect(() => {
    if (empty || seed === undefined) return setGraded(nothing)
    const stop = new AbortController()
    const timer = setTimeout(async () => {
      setGraded((last) => ({ ...last, working: true }))
      const asked = await askDesk('grade', { source: text, slug, seed, answers, tab }, stop.signal)
      if (stop.signal.aborted || (!asked.ok && asked.why === 'superseded')) return
      if (asked.ok) setGraded({ question: asked.answer.graded, working: false, problem: null })
      else setGraded({ question: null, working: false, problem: asked.message ?? '' })
    }, rest)
    return () => {
      stop.abort()
      clearTimeout(timer)
    }
  }, [version, seed, answers, empty, slug, tab])

  return graded
}
