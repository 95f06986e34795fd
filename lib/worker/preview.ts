import { assessVariants } from '../../grader/audit/assess.ts'
import { makePool } from '../../grader/audit/make-pool.ts'
import { reasons } from '../../grader/audit/rejection.ts'
import type { Executors } from '../../grader/backends/executor.ts'
import type { QuestionDefinition } from '../../grader/question/definition.ts'
import { DrawProblem, drawVariant } from '../../grader/question/draw-variant.ts'
import { invalid, notFound } from '../http/refusal.ts'
import type { QuestionPreview } from '../questions/preview.ts'
import { renderPaper } from '../questions/render/paper.ts'
import { saidValues } from '../questions/render/said.ts'
import { readQuestion } from './bank.ts'
import { paperValues } from './paper-values.ts'
import { expectedFields, previewedAlternatives } from './previewed-key.ts'

const empty = { nodes: [], fields: [] }

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

/**
 * A question with the numbers of a seed. Where the audit refuses this seed it says why, and shows the first variant that
 * is found by drawing on from it, as an exam would.
 */
export async function previewQuestion(slug: string, seed: string, executors: Executors): Promise<QuestionPreview> {
  const parsed = await readQuestion(slug)
  if (!parsed) throw notFound()
  if (!parsed.ok) {
    const paper = { slug, title: slug, points: 0, ...empty }
    const nothing = { solution: {}, expected: [], alternatives: [], audit: null }
    return { slug, title: slug, version: '', seed, paper, problems: parsed.problems, ...nothing }
  }
  const definition = parsed.question
  const { why, found } = await assessSeed(definition, seed, executors)
  const [drawn] = found
    ? [found]
    : (await makePool(definition, { count: 1, seedPrefix: seed.split('~')[0] ?? seed, executors })).accepted
  if (!drawn) throw invalid(`No variant of this question passes the audit: ${why.join('; ')}`)
  const values = await paperValues(definition, drawn.variant, drawn.key, executors.float64)
  const { paper, solution } = renderPaper({ definition, ...drawn, values })
  const { title, version } = definition
  const audit = { accepted: found !== null, reasons: why }
  const key = { ...drawn.key, ...saidValues(definition, values) }
  const known = { expected: expectedFields(definition, key), alternatives: previewedAlternatives(definition, key) }
  return { slug, title, version, seed: drawn.variant.seed, paper, solution, problems: [], ...known, audit }
}
