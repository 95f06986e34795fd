'use client'
import { useEffect, useState } from 'react'
import { MathMarkup } from '../fields/math.tsx'
import type { AnswerOf, FieldOf } from '../fields/props.ts'
import type { Reading } from '../fields/reading.ts'

/** A formula as it was read; as typed until the reader has loaded, or where it cannot be read. */
export function FormulaShown({ field, answer }: { field: FieldOf<'formula'>; answer: AnswerOf<'formula'> }) {
  const [reading, setReading] = useState<Reading | null>(null)
  useEffect(() => {
    import('../fields/reading.ts').then(({ readAnswer }) => setReading(readAnswer(field, answer)))
  }, [field, answer])
  if (reading?.state === 'read') return <MathMarkup node={reading.math} />
  return <code className="font-mono text-ui">{answer.source}</code>
}
