import { parseRawAnswer } from '../../../grader/answers/parse.ts'
import type { RawAnswer } from '../../../grader/answers/raw-answer.ts'
import type { Executors } from '../../../grader/backends/executor.ts'
import { gradeBatch } from '../../../grader/marking/grade-submission.ts'
import type { QuestionDefinition } from '../../../grader/question/definition.ts'
import type { AuthoringPreview, GradedPreview } from '../../authoring/desk-answers.ts'
import { assembleQuestion } from '../../grading/assemble-result.ts'
import type { ResultQuestion } from '../../grading/result.ts'
import { invalid } from '../../http/refusal.ts'
import { previewOf, unreadable } from '../previewed-variant.ts'
import { type Drawn, drawLeniently } from './draw-leniently.ts'
import { readSource } from './read-source.ts'
import { Recent } from './recent.ts'

interface Text {
  source: string
  slug: string
  seed: string
}
type Answers = Readonly<Record<string, unknown>>

interface Opened {
  drawn: Drawn
  shown: Awaited<ReturnType<typeof previewOf>>
}

/** Previews and grades texts that somebody is writing. */
export function previewDesk(executors: Executors) {
  const open = async (definition: QuestionDefinition, seed: string): Promise<Opened> => {
    const drawn = await drawLeniently(definition, seed, executors)
    return { drawn, shown: await previewOf(definition, drawn.variant, executors) }
  }
  /** A preview is graded with every answer that is typed into it: it is drawn and worked out once. */
  const known = new Recent<Promise<Opened>>(8)
  const openedOf = ({ slug, seed }: Text, definition: QuestionDefinition) =>
    known.get(`${definition.version} ${slug} ${seed}`, () => open(definition, seed))
  return {
    async preview(text: Text & { answers?: Answers }): Promise<AuthoringPreview> {
      const parsed = readSource(text)
      if (!parsed.ok) return { ...unreadable(text.slug, text.seed, parsed.problems), shown: 'none', graded: null }
      const opened = await openedOf(text, parsed.question)
      const graded = text.answers ? await grade(opened, text.answers, executors) : null
      const { printed: _printed, ...preview } = opened.shown
      return { ...preview, shown: opened.drawn.shown, graded }
    },
    async grade(text: Text & { answers: Answers }): Promise<GradedPreview> {
      const parsed = readSource(text)
      if (!parsed.ok) throw invalid('The question has problems: it cannot be graded before they are mended.')
      const opened = await openedOf(text, parsed.question)
      return { graded: await grade(opened, text.answers, executors), seed: opened.shown.seed }
    },
  }
}

async function grade(
  {
    drawn: {
      definition,
      variant: { variant, key },
    },
    shown: preview,
  }: Opened,
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
