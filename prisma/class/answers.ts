import type { Field } from '../../grader/answers/field.ts'
import type { RawAnswer } from '../../grader/answers/raw-answer.ts'
import type { AnswerField } from '../../grader/question/definition.ts'
import type { StoredTensor, VariantKey } from '../../grader/question/variant.ts'
import type { Random } from '../../lib/chaos/model/random.ts'

/** A question as one student of the demonstration class has it, with the key they do not have. */
export interface Task {
  fields: readonly Field[]
  authored: readonly AnswerField[]
  key: Pick<VariantKey, 'expected' | 'alternatives' | 'solutions'>
}

const decimalsOf = (authored: AnswerField) => ('decimals' in authored ? authored.decimals : 0)

/** Numbers as somebody works them out who mostly gets them right: one slip now and then. */
function numbers({ data }: StoredTensor, decimals: number, draw: Random): string[] {
  const slip = draw.chance(0.12) ? draw.between(0, data.length - 1) : -1
  return data.map((value, k) => (k === slip ? value + draw.between(1, 5) : value).toFixed(decimals))
}

/** Of a rubric's sentences some are hit, in a student's own order. */
function prose(sentences: readonly string[], draw: Random): string {
  const openings = ['I think that', 'Because', 'As we saw in the lecture,', 'The point is:', '']
  const hit = sentences.filter(() => draw.chance(0.6))
  if (hit.length === 0) return draw.chance(0.5) ? 'I do not know.' : ''
  const said = hit.map((one) => one.charAt(0).toLowerCase() + one.slice(1))
  return `${draw.pick(openings)} ${(draw.chance(0.3) ? said.reverse() : said).join('. And ')}.`.trim()
}

function answerTo(
  field: Field,
  authored: AnswerField,
  task: Task,
  wrong: string | null,
  draw: Random,
): RawAnswer | null {
  if (draw.chance(0.04)) return null
  const { key } = task
  const value =
    (wrong && key.alternatives[wrong]?.[field.name]) || ('step' in authored ? key.expected[authored.step] : undefined)
  switch (authored.kind) {
    case 'number':
      return value ? { kind: 'number', text: numbers(value, decimalsOf(authored), draw)[0] ?? '' } : null
    case 'shape':
      return value ? { kind: 'shape', text: numbers(value, 0, draw).join(' × ') } : null
    case 'tensor':
      return value ? { kind: 'tensor', shape: value.shape, cells: numbers(value, authored.decimals, draw) } : null
    case 'formula': {
      const sources = [authored.source, authored.source, ...authored.mistakes.map(({ source }) => source)]
      return { kind: 'formula', notation: 'text', source: draw.pick(sources) }
    }
    case 'choice':
      return { kind: 'choice', chosen: field.kind === 'choice' ? chosen(field, key.solutions, draw) : [] }
    case 'order':
      return { kind: 'order', lines: key.solutions[field.name] ?? [] }
    case 'text':
      return {
        kind: 'text',
        markdown: prose(
          authored.rubric.map(({ says }) => says),
          draw,
        ),
      }
    default:
      return null
  }
}

function chosen(
  field: Extract<Field, { kind: 'choice' }>,
  solutions: Record<string, string[]>,
  draw: Random,
): string[] {
  return draw.chance(0.7) ? (solutions[field.name] ?? []) : [draw.pick(field.options).id]
}

/** Everything a student writes down for a question: one mistake of its author's now and then, carried through its parts. */
export function answersTo(task: Task, draw: Random): Map<string, RawAnswer> {
  const mistakes = Object.keys(task.key.alternatives)
  const wrong = mistakes.length > 0 && draw.chance(0.4) ? draw.pick(mistakes) : null
  const written = task.fields.flatMap((field) => {
    const authored = task.authored.find(({ name }) => name === field.name)
    const answer = authored ? answerTo(field, authored, task, wrong, draw) : null
    return answer ? [[field.name, answer] as const] : []
  })
  return new Map(written)
}
