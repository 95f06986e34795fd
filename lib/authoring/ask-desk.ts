import type { z } from 'zod'
import { parse } from '../http/parse.ts'
import { askGrader } from '../questions/ask-grader.ts'
import { type DeskWork, deskWork } from './desk-requests.ts'

/** Asks the desk for a member of staff: turns are by person, and nothing that is asked here is stored. */
export async function askDesk<Answer, Work extends DeskWork = DeskWork>(
  personId: string,
  work: Work,
  given: z.input<(typeof deskWork)[Work]>,
): Promise<Answer> {
  return askGrader<Answer>(`/desk/${work}`, { personId, given: parse(deskWork[work], given) })
}
