import type { LayerRow, RawAnswer } from '../../answers/raw-answer.ts'
import type { GradingRow } from '../../marking/grade-submission.ts'
import type { AnswerField, QuestionDefinition } from '../../question/definition.ts'
import { judgedFields } from '../../question/fields.ts'
import { type Random, randomFrom } from '../../question/random.ts'
import { shownId, type Variant, type VariantKey } from '../../question/variant.ts'
import { drawStudent } from './draw-slips.ts'
import { type Student, workThrough } from './student.ts'
import { waysToBeWrong, wrongNumbers } from './wrong-numbers.ts'

export interface Paper {
  variant: Variant
  key: VariantKey
}

const onlyRounding: Student = { alternatives: [], wrongEntries: [], roundsAll: false }

/**
 * Answers of a class to every field of a question: six in ten only round, three make one to three slips, one writes
 * numbers that mean nothing; formulas, choices and layer tables are right about as often.
 */
export function classOf(question: QuestionDefinition, papers: readonly Paper[], students: number): GradingRow[] {
  const random = randomFrom(`class ${question.slug}`)
  return Array.from({ length: students }, (_, k): GradingRow => {
    const paper = papers[k % papers.length]!
    const habit = random.below(10)
    const slips = habit >= 6 && habit < 9 ? 1 + random.below(3) : 0
    const student = slips > 0 ? drawStudent(question, paper.key, slips, random) : onlyRounding
    const computed = answersOf(question, paper, student)
    if (habit === 9) {
      for (const field of judgedFields(question)) {
        const way = waysToBeWrong[random.below(waysToBeWrong.length)]!
        computed[field.name] = wrongNumbers(question, paper.key, field, way, random)
      }
    }
    const open = question.answers.flatMap((field) => {
      const answer = openAnswer(field, paper, random)
      return answer ? [[field.name, answer] as const] : []
    })
    return { id: `${k}`, ...paper, answers: { ...computed, ...Object.fromEntries(open) } }
  })
}

function answersOf(
  question: QuestionDefinition,
  { variant }: Paper,
  student: Student,
): Record<string, RawAnswer | null> {
  try {
    return workThrough(question, variant, student).answers
  } catch {
    // slips whose shapes do not fit each other
    return workThrough(question, variant, onlyRounding).answers
  }
}

function openAnswer(field: AnswerField, { variant, key }: Paper, random: Random): RawAnswer | null {
  const right = random.below(10) < 7
  switch (field.kind) {
    case 'choice': {
      const shown = variant.arrangement[field.name]?.length ?? 1
      const chosen = right ? (key.solutions[field.name] ?? []) : [shownId(random.below(shown))]
      return { kind: 'choice', chosen: [...chosen] }
    }
    case 'order': {
      const lines = [...(key.solutions[field.name] ?? [])]
      if (!right) lines.reverse()
      return { kind: 'order', lines }
    }
    case 'formula':
      return {
        kind: 'formula',
        notation: 'text',
        source: spelled(right ? field.source : wrongFormula(field, random), random),
      }
    case 'text':
      return { kind: 'text', markdown: 'Because the weights are shared.' }
    case 'layers':
      return { kind: 'layers', rows: design(right ? 8 : 2 ** (2 + random.below(4)), field.output) }
    default:
      return null
  }
}

/** The same formula as different people type it. */
function spelled(source: string, random: Random): string {
  const around = ['', ' ', '  '][random.below(3)]!
  const plain = source.replaceAll(' + ', `${around}+${around}`)
  return random.below(4) === 0 ? `(${plain})` : plain
}

function wrongFormula(field: Extract<AnswerField, { kind: 'formula' }>, random: Random): string {
  const known = field.mistakes[random.below(field.mistakes.length + 1)]
  // what nobody else types: one in a hundred answers or so of a class
  return known?.source ?? `${field.source} + ${1 + random.below(40)}`
}

function design(filters: number, output: readonly number[]): LayerRow[] {
  const row = { units: '', kernel: '', stride: '', padding: '', activation: '' }
  return [
    { ...row, layer: 'conv', units: `${filters}`, kernel: '3', stride: '1', padding: '1', activation: 'relu' },
    { ...row, layer: 'maxpool', kernel: '2', stride: '2' },
    { ...row, layer: 'conv', units: `${2 * filters}`, kernel: '3', stride: '1', padding: '1', activation: 'relu' },
    { ...row, layer: 'globalavgpool' },
    { ...row, layer: 'dense', units: `${output.at(-1) ?? 1}`, activation: 'softmax' },
  ]
}
