'use client'
import { useCallback, useEffect, useState } from 'react'
import { type Draft, draftOf } from './draft.ts'
import { type PresentRubric, rubricPath } from './rubric.ts'

interface Held {
  rubric: PresentRubric
  draft: Draft
}

async function fetchRubric(examId: string, field: string): Promise<PresentRubric> {
  const response = await fetch(rubricPath(examId, field))
  if (!response.ok) throw new Error(`the rubric answered ${response.status}`)
  return (await response.json()) as PresentRubric
}

/** A part's rubric and what somebody makes of it. `start`: what the page brought along; else it is fetched. */
export function useRubric(examId: string, field: string, start: PresentRubric | null) {
  const [held, setHeld] = useState<Held | null>(start && { rubric: start, draft: draftOf(start) })
  const [failed, setFailed] = useState(false)
  const reload = useCallback(async () => {
    try {
      const rubric = await fetchRubric(examId, field)
      setHeld((before) => ({ rubric, draft: draftOf(rubric, before?.draft.made ?? 0) }))
      setFailed(false)
    } catch {
      setFailed(true)
    }
  }, [examId, field])
  useEffect(() => {
    if (start === null) reload()
  }, [start, reload])
  const setDraft = useCallback((draft: Draft) => setHeld((before) => before && { ...before, draft }), [])
  return { held, failed, reload, setDraft }
}
