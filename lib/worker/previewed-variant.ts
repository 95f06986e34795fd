import { assessVariants } from '../../grader/audit/assess.ts'
import { makePool } from '../../grader/audit/make-pool.ts'
import { reasons } from '../../grader/audit/rejection.ts'
import type { Executors } from '../../grader/backends/executor.ts'
import type { FileProblem, QuestionDefinition } from '../../grader/question/definition.ts'
import { DrawProblem, drawVariant } from '../../grader/question/draw-variant.ts'
import type { Variant, VariantKey } from '../../grader/question/variant.ts'
import type { QuestionPreview } from '../questions/preview.ts'
import { renderPaper } from '../questions/render/paper.ts'
import { saidValues } from '../questions/render/said.ts'
import { paperValues } from './paper-values.ts'
import { expectedFields, previewedAlternatives } from './previewed-key.ts'

/** A variant to be shown, and what the audit says of the seed that was asked for. */
export interface PreviewedVariant {
  variant: Variant
  key: VariantKey
  why: string[]
  /** it is that seed's own */
  asked: boolean
}

/** The very variant of a seed, or why it may not be used. */
async function assessSeed(definition: QuestionDefinition, seed: string, executors: Executors) {
  try {
    const [assessment] = await assessVariants(definition, [drawVariant(definition, seed)], executors)
    const rejections = assessment?.rejections ?? []
    const why = rejections.map(({ reason, detail }) => `${reasons[reason]}: ${detail}`)
    if (!assessment?.key || rejections.length > 0) return { why, found: null }
    return { why, found: { variant: assessment.variant, key: assessment.key } }
  } catch (error) {
    if (!(error instanceof DrawProblem)) throw error
    return { why: [error.message], found: null }
  }
}

/** The variant of a seed; where the audit refuses it, the first that is found by drawing on from it, as an exam would. */
export async function findVariant(
  definition: QuestionDefinition,
  seed: string,
  executors: Executors,
  maximumTries?: number,
) {
  const { why, found } = await assessSeed(definition, seed, executors)
  if (found) return { drawn: found, why, asked: true }
  const seedPrefix = seed.split('~')[0] ?? seed
  const { accepted } = await makePool(definition, {
    count: 1,
    seedPrefix,
    executors,
    ...(maximumTries && { maximumTries }),
  })
  return { drawn: accepted[0] ?? null, why, asked: false }
}

/** All that staff see of one variant of a question. */
export async function previewOf(
  definition: QuestionDefinition,
  { variant, key, why, asked }: PreviewedVariant,
  executors: Executors,
): Promise<QuestionPreview & { printed: Pick<VariantKey, 'printed'> }> {
  const values = await paperValues(definition, variant, key, executors.float64)
  const { paper, solution } = renderPaper({ definition, variant, key, values })
  const { slug, title, version } = definition
  const printed = saidValues(definition, values)
  const said = { ...key, ...printed }
  const known = { expected: expectedFields(definition, said), alternatives: previewedAlternatives(definition, said) }
  const audit = { accepted: asked, reasons: why }
  return { slug, title, version, seed: variant.seed, paper, solution, problems: [], ...known, audit, printed }
}

/** What there is to see of a file that is no question. */
export function unreadable(slug: string, seed: string, problems: FileProblem[]): QuestionPreview {
  const paper = { slug, title: slug, points: 0, nodes: [], fields: [] }
  const nothing = { solution: {}, expected: [], alternatives: [], audit: null }
  return { slug, title: slug, version: '', seed, paper, problems, ...nothing }
}
