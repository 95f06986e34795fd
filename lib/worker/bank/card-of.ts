import { operations } from '../../../grader/operations/library.ts'
import type { AnswerField, QuestionDefinition } from '../../../grader/question/definition.ts'
import { parseQuestion, versionOf } from '../../../grader/question/parse-question.ts'
import { keptWords } from '../../questions/bank/words.ts'
import { figureFiles } from '../../questions/figures/stored-figures.ts'
import { titleIn } from '../../questions/versions/texts.ts'

/** What lists and searches know of a text. */
export interface CardContent {
  version: string
  title: string
  topics: string[]
  kinds: string[]
  fields: number
  points: number
  figures: string[]
  problems: number
  titleWords: string
  words: string
}

/** Reads a text for the bank, whether it is a question yet or not. */
export function cardOf(source: string, slug: string): CardContent {
  const parsed = parseQuestion(source, slug, operations)
  const version = versionOf(source)
  if (!parsed.ok) {
    const title = titleIn(source) ?? slug
    return {
      version,
      title,
      ...{ topics: [], kinds: [], fields: 0, points: 0, figures: [], problems: parsed.problems.length },
      titleWords: keptWords([title, slug]),
      words: keptWords([title, slug, source.slice(0, 50_000)]),
    }
  }
  const { title, topics, answers, body } = parsed.question
  return {
    version,
    title,
    topics,
    kinds: [...new Set(answers.map(({ kind }) => kind))],
    fields: answers.length,
    points: answers.reduce((sum, { points }) => sum + points, 0),
    figures: figureFiles(parsed.question),
    problems: 0,
    titleWords: keptWords([title, slug]),
    words: keptWords([title, slug, ...topics, body, ...said(parsed.question)]),
  }
}

/** What its author wrote beside the text: labels, options, messages, names of steps. */
function said({ answers, alternatives, reference }: QuestionDefinition): string[] {
  return [
    ...answers.flatMap(wordsIn),
    ...alternatives.filter(({ automatic }) => !automatic).flatMap(({ id, says }) => [id, says]),
    ...reference.map(({ name, source }) => `${name} ${source}`),
  ]
}

function wordsIn(field: AnswerField): string[] {
  const own = [field.name, field.label]
  if (field.kind === 'choice') return [...own, ...[...field.right, ...field.others].map(({ markdown }) => markdown)]
  if (field.kind === 'order') return [...own, ...field.lines, ...field.distractors]
  if (field.kind === 'text' || field.kind === 'upload') return [...own, ...field.rubric.map(({ says }) => says)]
  if (field.kind === 'property') return [...own, ...field.holds.map(({ says }) => says)]
  if (field.kind === 'formula') return [...own, field.source, ...field.symbols.map(({ name }) => name)]
  return own
}
