import { biasVariance } from './questions/bias-variance.ts'
import { choosingBlock } from './questions/choosing-block.ts'
import { convolution } from './questions/convolution.ts'
import { design } from './questions/design.ts'
import { feedForward } from './questions/feed-forward.ts'
import { formulas } from './questions/formulas.ts'
import { localAttention } from './questions/local-attention.ts'
import { lstm } from './questions/lstm.ts'
import { maxPool } from './questions/max-pool.ts'
import { oneByOne } from './questions/one-by-one.ts'
import { shortAnswers } from './questions/short-answers.ts'
import { threeOrSeven } from './questions/three-or-seven.ts'
import type { QuestionSheet } from './sheet.ts'

export const questionSheets: readonly QuestionSheet[] = [
  shortAnswers,
  formulas,
  convolution,
  maxPool,
  oneByOne,
  threeOrSeven,
  choosingBlock,
  lstm,
  biasVariance,
  feedForward,
  localAttention,
  design,
]

export function sheetOf(slug: string): QuestionSheet {
  const sheet = questionSheets.find((one) => one.slug === slug)
  if (!sheet) throw new Error(`There is no answer sheet for ${slug}.`)
  return sheet
}
