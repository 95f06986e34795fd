'use client'
import { useEffect, useState } from 'react'
import type { Field } from '../../grader/answers/field.ts'
import type { RawAnswer } from '../../grader/answers/raw-answer.ts'
import { patient } from './patient.ts'
import type { Reading } from './reading.ts'

const loadReading = patient(() => import('./reading.ts'))

/** A pause in typing after which the reader speaks, in milliseconds: long enough not to interrupt `1e` before `-3`. */
const pause = 350

/** What the reader makes of an answer; null while there is nothing to say. The readers load with the first answer. */
export function useReading(field: Field, value: RawAnswer | null): Reading | null {
  const [reading, setReading] = useState<Reading | null>(null)
  useEffect(() => {
    if (!value) {
      setReading(null)
      return
    }
    let current = true
    const timer = setTimeout(async () => {
      const { readAnswer } = await loadReading()
      const next = readAnswer(field, value)
      if (current) setReading(next)
    }, pause)
    return () => {
      current = false
      clearTimeout(timer)
    }
  }, [field, value])
  return reading
}
