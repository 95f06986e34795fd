import type { Query } from '../../db/query.ts'
import { readRelease } from '../../release/read-release.ts'

/** How nameless the students of an exam are to those who review it. */
export interface Blindness {
  /** reviewers see pseudonyms */
  anonymous: boolean
  /** once everything is released assistants see names too, not instructors alone */
  namesForAssistants: boolean
  /** what people decided is released */
  released: boolean
}

export async function readBlindness(run: Query, examId: string): Promise<Blindness> {
  const [[row], { all }] = await Promise.all([
    run<Omit<Blindness, 'released'>>(
      'SELECT anonymous, names_for_assistants AS "namesForAssistants" FROM blind_review WHERE exam_id = $1',
      [examId],
    ),
    readRelease(examId, run),
  ])
  return { anonymous: row?.anonymous ?? true, namesForAssistants: row?.namesForAssistants ?? false, released: all }
}

/** Whether somebody who reviews in this role is shown names: an assistant only where the exam says so. */
export function showsNames({ anonymous, namesForAssistants, released }: Blindness, role: string): boolean {
  return !anonymous || (released && (role !== 'ta' || namesForAssistants))
}
