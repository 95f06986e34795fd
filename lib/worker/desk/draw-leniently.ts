import { assessGiven } from '../../../grader/audit/assess.ts'
import type { Executors } from '../../../grader/backends/executor.ts'
import type { QuestionDefinition } from '../../../grader/question/definition.ts'
import { DrawProblem, drawVariant } from '../../../grader/question/draw-variant.ts'
import type { Shown } from '../../authoring/desk-answers.ts'
import { invalid } from '../../http/refusal.ts'
import { findVariant, type PreviewedVariant } from '../previewed-variant.ts'

export interface Drawn {
  definition: QuestionDefinition
  variant: PreviewedVariant
  shown: Shown
}

/** Somebody waits: of what an exam would find after many draws the refused one is shown. */
const fewTries = 12

/** As an exam would draw it; an author also sees what no exam would take, with the reasons. */
export async function drawLeniently(
  definition: QuestionDefinition,
  seed: string,
  executors: Executors,
): Promise<Drawn> {
  const found = await findVariant(definition, seed, executors, fewTries)
  if (found.drawn) {
    const variant = { ...found.drawn, why: found.why, asked: found.asked }
    return { definition, variant, shown: found.asked ? 'asked' : 'found' }
  }
  const given = await drawAnyway(definition, seed, executors)
  if (!given?.key) throw invalid(`No variant of this question passes the audit: ${found.why.join('; ')}`)
  return {
    definition,
    variant: { variant: given.variant, key: given.key, why: found.why, asked: false },
    shown: 'refused',
  }
}

async function drawAnyway(definition: QuestionDefinition, seed: string, executors: Executors) {
  try {
    const [assessment] = await assessGiven(definition, [drawVariant(definition, seed)], executors)
    return assessment ?? null
  } catch (error) {
    if (!(error instanceof DrawProblem)) throw error
    return null
  }
}
