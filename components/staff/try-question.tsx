'use client'
import { useState } from 'react'
import type { PaperQuestion } from '../../grader/answers/paper.ts'
import type { RawAnswer } from '../../grader/answers/raw-answer.ts'
import { AnswerField } from '../fields/answer-field.tsx'
import { standsInLine } from '../fields/in-line.ts'
import { Paper } from '../paper/paper.tsx'

/** A question as the student meets it, with fields that can be typed into and are saved nowhere. */
export function TryQuestion({ question }: { question: PaperQuestion }) {
  const [answers, setAnswers] = useState<Record<string, RawAnswer | null>>({})
  return (
    <Paper
      nodes={question.nodes}
      inLine={(name) => standsInLine(question.fields.find((one) => one.name === name))}
      drawField={(name, alone) => {
        const field = question.fields.find((one) => one.name === name)
        if (!field) return null
        return (
          <AnswerField
            slug={question.slug}
            field={field}
            value={answers[name] ?? null}
            alone={alone}
            disabled={false}
            onChange={(value) => setAnswers((all) => ({ ...all, [name]: value }))}
            onLeave={() => {}}
          />
        )
      }}
    />
  )
}
