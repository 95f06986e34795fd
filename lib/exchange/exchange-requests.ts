import { z } from 'zod'
import { questionSlug } from '../questions/preview-question.ts'
import { questionText } from '../questions/versions/texts.ts'
import { foreignFormats } from './report.ts'

/** The largest foreign file. */
export const mostBytes = 12_000_000
export const mostQuestions = 60

/** What the grading process is asked: to read a file, or to write questions. */
export const exchangeWork = {
  read: z.strictObject({ bytes: z.base64().max(2 * mostBytes), format: z.enum(['auto', ...foreignFormats]) }),
  write: z.strictObject({
    format: z.enum(foreignFormats),
    seed: z.string().min(1).max(80),
    questions: z.array(z.strictObject({ slug: questionSlug, source: questionText })).max(mostQuestions),
  }),
}
