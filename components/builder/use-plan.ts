'use client'
import { useEffect, useRef, useState } from 'react'
import { sendJson } from '../staff/send-json.ts'
import type { Plan } from './plan.ts'
import { PlanSaver, type SaveState } from './plan-saver.ts'

function later(run: () => void, milliseconds: number): () => void {
  const timer = setTimeout(run, milliseconds)
  return () => clearTimeout(timer)
}

/** A plan that is saved as it is changed. What is not stored yet when the page is left is asked about. */
export function usePlan(examId: string, revision: number, start: Plan) {
  const [plan, setPlan] = useState(start)
  const [state, setState] = useState<SaveState>({ kind: 'saved' })
  const held = useRef<PlanSaver>(null)
  held.current ??= new PlanSaver(revision, {
    send: (body) => sendJson(`/api/staff/v1/exams/${examId}/plan`, body),
    later,
    onState: setState,
  })
  const saver = held.current

  useEffect(() => {
    const ask = (event: BeforeUnloadEvent) => {
      if (!saver.waiting) return
      void saver.flush()
      event.preventDefault()
    }
    window.addEventListener('beforeunload', ask)
    return () => {
      window.removeEventListener('beforeunload', ask)
      void saver.flush()
    }
  }, [saver])

  function change(changes: Partial<Plan>) {
    const next = { ...plan, ...changes }
    setPlan(next)
    saver.change(next)
  }
  return { plan, change, state, saver }
}
