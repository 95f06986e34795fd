'use client'
import { useEffect, useState } from 'react'
import { MathMarkup } from '../fields/math.tsx'
import type { FieldOf } from '../fields/props.ts'
import type { Reading } from '../fields/reading.ts'
import { ScrollBox } from '../paper/scroll-box.tsx'
import { typed } from '../paper/typed.ts'

interface Props {
  field: FieldOf<'formula'>
  notation: 'text' | 'latex'
  source: string
}

/** A formula as it was read; as typed until the reader has loaded, or where it cannot be read. */
export function FormulaShown({ field, notation, source }: Props) {
  const [reading, setReading] = useState<Reading | null>(null)
  useEffect(() => {
    import('../fields/reading.ts').then(({ readAnswer }) =>
      setReading(readAnswer(field, { kind: 'formula', notation, source })),
    )
  }, [field, notation, source])
  if (reading?.state === 'read')
    return (
      <ScrollBox>
        <MathMarkup node={reading.math} />
      </ScrollBox>
    )
  return <code className={`block font-mono text-ui ${typed}`}>{source}</code>
}
