import { mkdtempSync, writeFileSync } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { versionOf } from '../../../../grader/question/parse-question.ts'
import type { Principal } from '../../../auth/principal.ts'
import { query } from '../../../db/query.ts'

/** A folder for question files of the test's own, before anything reads the settings. */
export async function ownBank(): Promise<string> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'bank-'))
  await mkdir(path.join(folder, 'bank'))
  process.env.REFEREE_QUESTIONS = folder
  return folder
}

export interface Written {
  title?: string
  topics?: string[]
  text?: string
  answers?: string
  more?: string
}

/** A question of one number, or with other fields. */
export function questionText({ title = 'A sum', topics = [], text = '', answers, more = '' }: Written = {}): string {
  const fields = answers ?? '  y: { points: 2, decimals: 1 }'
  const blanks = [...fields.matchAll(/^ {2}(\w+):/gm)].map(([, name]) => `:answer[${name}]`)
  return `---
title: ${title}
topics: [${topics.join(', ')}]
parameters:
  x: decimals([2], 1, 9, 1)
reference:
  y: sum(x)
answers:
${fields}
${more}---
${text}
The numbers are {{x}}. ${blanks.join(' ')}
`
}

export const writeBankFile = (folder: string, slug: string, text: string) =>
  writeFileSync(path.join(folder, 'bank', `${slug}.md`), text)

/** A question of a course (or of the house): as a draft, and published where that is wanted. */
export async function plantQuestion(
  slug: string,
  by: Principal,
  {
    courseId = null,
    source = questionText(),
    published = true,
  }: { courseId?: string | null; source?: string; published?: boolean } = {},
): Promise<string> {
  const [question] = await query<{ id: string }>(
    'INSERT INTO question (slug, course_id, person_id) VALUES ($1, $2, $3) RETURNING id',
    [slug, courseId, by.personId],
  )
  const id = question?.id ?? ''
  if (!published) {
    await query('INSERT INTO question_draft (question_id, source, person_id) VALUES ($1, $2, $3)', [
      id,
      source,
      by.personId,
    ])
    return id
  }
  await publishText(id, slug, source, by)
  return id
}

/** Another text of it is published. */
export async function publishText(questionId: string, slug: string, source: string, by: Principal): Promise<void> {
  const [version] = await query<{ id: string }>(
    `INSERT INTO question_version (question_id, version, title, source, definition) VALUES ($1, $2, $3, $4, '{}') RETURNING id`,
    [questionId, versionOf(source), slug, source],
  )
  await query(
    `INSERT INTO question_history (question_id, what, question_version_id, person_id) VALUES ($1, 'published', $2, $3)`,
    [questionId, version?.id, by.personId],
  )
}
