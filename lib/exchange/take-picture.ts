import { z } from 'zod'
import { readPictureName } from '../../grader/question/picture-name.ts'
import type { Principal } from '../auth/principal.ts'
import { requireRole } from '../auth/require.ts'
import { parse } from '../http/parse.ts'
import { Refusal } from '../http/refusal.ts'
import { keepNamedFigure, keepNewFigure } from '../questions/figures/stored-figures.ts'

export const pictureParams = z.strictObject({
  courseId: z.uuid(),
  /** what the report of the file calls it */
  file: z.string().refine((file) => readPictureName(file) !== null),
})

/**
 * Keeps a picture of questions that are about to be taken over. One that has to be turned, made smaller or of another type
 * gets another name, which is then put into the questions.
 */
export async function takePicture(
  principal: Principal | null,
  given: z.input<typeof pictureParams>,
  read: () => Promise<Buffer>,
): Promise<{ file: string }> {
  const { courseId, file } = parse(pictureParams, given)
  const { personId } = await requireRole(principal, courseId, ['ta', 'instructor'])
  const bytes = await read()
  try {
    return { file: (await keepNamedFigure(file, bytes, personId)).file }
  } catch (error) {
    if (!(error instanceof Refusal) || error.code !== 'another-picture') throw error
  }
  return { file: (await keepNewFigure(file, bytes, personId)).file }
}
