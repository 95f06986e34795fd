import { parseRawAnswer } from '../../../grader/answers/parse.ts'
import type { RawAnswer } from '../../../grader/answers/raw-answer.ts'
import { assessGiven } from '../../../grader/audit/assess.ts'
import type { Executors } from '../../../grader/backends/executor.ts'
import { gradeBatch } from '../../../grader/marking/grade-submission.ts'
import type { QuestionDefinition } from '../../../grader/question/definition.ts'
import { DrawProblem, drawVariant } from '../../../grader/question/draw-variant.ts'
import type { AuthoringPreview, GradedPreview, Shown } from '../../authoring/desk-answers.ts'
import { assembleQuestion } from '../../grading/assemble-result.ts'
import type { ResultQuestion } from '../../grading/result.ts'
import { invalid } from '../../http/refusal.ts'
import { findVariant, type PreviewedVariant, previewOf, unreadable } from '../previewed-variant.ts'
import { readSource } from './read-source.ts'

interface Text {
  source: string
  slug: string
  seed: string
}
type Answers = Readonly<Record<string, unknown>>

interface Drawn {
  definition: QuestionDefinition
  variant: PreviewedVariant
  shown: Shown
}

/** Previews and grades texts that somebody is writing. */
export function previewDesk(executors: Executors) {
  let last: { key: string; drawn: Promise<Drawn> } | null = null
  /** A preview is graded with every answer that is typed into it: it is drawn once. */
  const drawnOf = (text: Text, definition: QuestionDefinition): Promise<Drawn> => {
    const key = `${definition.version} ${text.slug} ${text.seed}`
    if (last?.key !== key) last = { key, drawn: drawLeniently(definition, text.seed, executors) }
    return last.drawn
  }
  return {
    async preview(text: Text & { answers?: Answers }): Promise<AuthoringPreview> {
      const parsed = readSource(text)
      if (!parsed.ok) return { ...unreadable(text.slug, text.seed, parsed.problems), shown: 'none', graded: null }
      const drawn = await drawnOf(text, parsed.question)
      const shown = await previewOf(parsed.question, drawn.variant, executors)
      const graded = text.answers ? await grade(drawn, shown, text.answers, executors) : null
      const { printed: _printed, ...preview } = shown
      return { ...preview, shown: drawn.shown, graded }
    },
    async grade(text: Text & { answers: Answers }): Promise<GradedPreview> {
      const parsed = readSource(text)
      if (!parsed.ok) throw invalid('The question has problems: it cannot be graded before they are mended.')
      const drawn = await drawnOf(text, parsed.question)
      const preview = await previewOf(parsed.question, drawn.variant, executors)
      return { graded: await grade(drawn, preview, text.answers, executors), seed: preview.seed }
    },
  }
}

/** As an exam would draw it; an author also sees what no exam would take, with the reasons. */
async function drawLeniently(definition: QuestionDefinition, seed: string, executors: Executors): Promise<Drawn> {
  const found = await findVariant(definition, seed, executors)
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

async function grade(
  { definition, variant: { variant, key } }: Drawn,
  preview: Awaited<ReturnType<typeof previewOf>>,
  given: Answers,
  executors: Executors,
): Promise<ResultQuestion> {
  const answers: Record<string, RawAnswer | null> = {}
  for (const { name, kind } of preview.paper.fields) {
    const value = Object.hasOwn(given, name) ? given[name] : null
    if (value === null || value === undefined) continue
    const parsed = parseRawAnswer(value, kind)
    if (!parsed.ok) throw invalid(`${name}: ${parsed.reason}`)
    answers[name] = parsed.value
  }
  const [graded] = await gradeBatch(definition, [{ id: 'preview', variant, key, answers }], executors)
  const { slug, title, decimals, leniency } = definition
  const solved = Object.keys(preview.solution).filter((name) => (preview.solution[name]?.length ?? 0) > 0)
  const { paper } = preview
  const question = { slug, title, decimals, leniency, answers: definition.answers, points: paper.points, paper, solved }
  return assembleQuestion(
    { ...question, key: { ...key, ...preview.printed }, grading: graded?.grading ?? null },
    (at) => answers[at.slice(slug.length + 1)] ?? null,
    () => undefined,
    { staff: true, reviews: false },
  )
}
