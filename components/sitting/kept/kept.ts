import type { Labelled } from '../../../grader/answers/field.ts'
import type { PaperQuestion } from '../../../grader/answers/paper.ts'
import { answerKey } from '../../fields/ids.ts'
import { rawAnswerText } from '../../staff/raw-answer-text.tsx'
import type { Shown } from '../engine/entries.ts'
import type { JournalRow } from '../engine/journal/journal.ts'
import type { Saved } from '../engine/protocol.ts'

/** An answer that was typed here and does not stand on the server as typed, as text. */
export interface KeptAnswer extends Labelled {
  key: string
  number: number
  title: string
  typed: string
  /** what stands in its place; null: nothing newer does */
  instead: string | null
}

/** In the order of the exam; flags are left out. */
export function keptAnswers(
  questions: readonly PaperQuestion[],
  rows: readonly JournalRow[],
  shown: (key: string) => Shown,
): KeptAnswer[] {
  const byField = new Map(rows.map((row) => [row.field, row]))
  return questions.flatMap(({ slug, title, fields }, index) =>
    fields.flatMap(({ name, label, labelNodes }) => {
      const key = answerKey(slug, name)
      const row = byField.get(key)
      if (!row) return []
      const { value, replaced } = shown(key)
      const instead = replaced ? textOf(value) : null
      const named = { number: index + 1, title, label, ...(labelNodes && { labelNodes }) }
      return [{ key, ...named, typed: textOf(row.value), instead }]
    }),
  )
}

/** All of them as one text, for the clipboard. */
export function printKept(answers: readonly KeptAnswer[]): string {
  return answers.map(({ number, title, label, typed }) => `${number}. ${title}, ${label}\n${typed}\n`).join('\n')
}

function textOf(value: Saved): string {
  return value === null || value.kind === 'flag' ? '' : rawAnswerText(value)
}
