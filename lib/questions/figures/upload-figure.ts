import { z } from 'zod'
import type { Principal } from '../../auth/principal.ts'
import { parse } from '../../http/parse.ts'
import { questionSlug } from '../preview-question.ts'
import { requireQuestion } from '../require-question.ts'
import { keepNewFigure } from './stored-figures.ts'

export const figureSlug = z.strictObject({ slug: questionSlug })
/** What its author calls it. */
const wish = z.strictObject({ name: z.string().max(300) })

/** What is written into the question file to have the picture. */
export interface UploadedFigure {
  file: string
  width: number
  height: number
}

/** Keeps a picture for a question, cleaned of everything but its pixels. The same pixels are the same picture. */
export async function uploadFigure(
  principal: Principal | null,
  slug: string,
  given: z.input<typeof wish>,
  read: () => Promise<Buffer>,
): Promise<UploadedFigure> {
  const { personId } = await requireQuestion(principal, slug, 'edit')
  const { name } = parse(wish, given)
  const { file, width, height } = await keepNewFigure(name, await read(), personId)
  return { file, width, height }
}
