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
  const take = useCallback((rubric: PresentRubric) => {
    setHeld((before) => ({ rubric, draft: draftOf(rubric, before?.draft.made ?? 0) }))
    setFailed(false)
  }, [])
  const reload = useCallback(() => fetchRubric(examId, field).then(take, () => setFailed(true)), [examId, field, take])
  useEffect(() => {
    if (start !== null) return
    // what comes after somebody has gone on must not take their draft from them
    let current = true
    fetchRubric(examId, field).then(
      (rubric) => current && take(rubric),
      () => current && setFailed(true),
    )
    return () => {
      current = false
    }
  }, [start, examId, field, take])
  const setDraft = useCallback((draft: Draft) => setHeld((before) => before && { ...before, draft }), [])
  return { held, failed, reload, setDraft }
}
