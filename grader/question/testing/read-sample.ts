import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { operations } from '../../operations/library.ts'
import type { QuestionDefinition } from '../definition.ts'
import { parseQuestion } from '../parse-question.ts'

/** The question files that the tests of this folder and of the audit read. */
export const samples = ['gru-step', 'conv-size', 'every-kind'] as const

export function readSample(name: (typeof samples)[number]): string {
  return readFileSync(join(import.meta.dirname, `${name}.md`), 'utf8')
}

/** Parses a source that must be sound. */
export function parsed(source: string, slug = 'sample'): QuestionDefinition {
  const result = parseQuestion(source, slug, operations)
  if (result.ok) return result.question
  throw new Error(result.problems.map((p) => `${p.line}:${p.column} ${p.message}`).join('\n'))
}

/** The problems of a source as `line:column message`. */
export function problemsOf(source: string, slug = 'sample'): string[] {
  const result = parseQuestion(source, slug, operations)
  return result.ok ? [] : result.problems.map((p) => `${p.line}:${p.column} ${p.message}`)
}

/** A small question with other lines in its front matter and another body. */
export function questionWith(lines: string, body = 'Compute :answer[y].', answers = 'y: { points: 1 }'): string {
  return `---\ntitle: Small\n${lines}\nanswers:\n  ${answers}\n---\n${body}\n`
}
