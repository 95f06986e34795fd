import type { LayerRow, RawAnswer } from '../../../grader/answers/raw-answer.ts'
import type { AnswerField, QuestionDefinition } from '../../../grader/question/definition.ts'
import type { StoredTensor, Variant, VariantKey } from '../../../grader/question/variant.ts'

/** What a made-up student does with a question. */
export type Habit = 'right' | 'planted' | 'random' | 'blank'

/** Of a class: nearly half have it right, a third make a known mistake, the others guess or leave boxes empty. */
const shares: [Habit, number][] = [
  ['right', 0.45],
  ['planted', 0.3],
  ['random', 0.15],
  ['blank', 0.1],
]

export interface Sat {
  definition: QuestionDefinition
  variant: Pick<Variant, 'arrangement'>
  key: VariantKey
}

type Random = () => number

const pick = <T>(all: readonly T[], random: Random): T | undefined => all[Math.floor(random() * all.length)]

export function pickHabit(random: Random): Habit {
  let left = random()
  for (const [habit, share] of shares) {
    left -= share
    if (left < 0) return habit
  }
  return 'blank'
}

/** The answers of a student to a question, by field. Values are rounded on the way, as people do, so most sheets are their own. */
export function sheetOf(sat: Sat, habit: Habit, random: Random): Record<string, RawAnswer> {
  const planted = habit === 'planted' ? pick(Object.keys(sat.key.alternatives), random) : undefined
  const sheet: Record<string, RawAnswer> = {}
  for (const field of sat.definition.answers) {
    const off = random() < 0.5
    if (habit === 'blank' && off) continue
    const answer = answerOf(sat, field, planted, habit === 'random' && off, random)
    if (answer) sheet[field.name] = answer
  }
  return sheet
}

function answerOf(
  sat: Sat,
  field: AnswerField,
  planted: string | undefined,
  wild: boolean,
  random: Random,
): RawAnswer | null {
  const { key, variant } = sat
  switch (field.kind) {
    case 'number':
    case 'shape':
    case 'tensor': {
      const value = (planted && key.alternatives[planted]?.[field.name]) || key.expected[field.step]
      return value ? computed(field, value, key.bands[field.name] ?? [], wild, random) : null
    }
    case 'formula': {
      const mistake = planted ? pick(field.mistakes, random)?.source : undefined
      const source = mistake ?? (wild ? `${field.source} + ${Math.ceil(random() * 1000)}` : field.source)
      return { kind: 'formula', notation: 'text', source }
    }
    case 'choice': {
      const shown = variant.arrangement[field.name] ?? []
      const right = key.solutions[field.name] ?? []
      return { kind: 'choice', chosen: wild ? [String.fromCharCode(97 + Math.floor(random() * shown.length))] : right }
    }
    case 'order': {
      const right = key.solutions[field.name] ?? []
      return { kind: 'order', lines: wild ? right.toReversed() : right }
    }
    case 'text':
      return { kind: 'text', markdown: `Because of **this** and that, reason ${Math.ceil(random() * 1e6)}.` }
    case 'layers':
      return { kind: 'layers', rows: layers(random) }
    default:
      return null
  }
}

function computed(
  field: Extract<AnswerField, { kind: 'number' | 'shape' | 'tensor' }>,
  { shape, data }: StoredTensor,
  bands: readonly number[],
  wild: boolean,
  random: Random,
): RawAnswer {
  const cells = data.map((right, k) => {
    const value = wild ? right * (0.5 + random()) + random() : right + (random() - 0.5) * 0.8 * (bands[k] ?? 0)
    return field.kind === 'shape' || (Number.isInteger(right) && !wild)
      ? String(Math.round(value))
      : value.toFixed(field.decimals)
  })
  if (field.kind === 'shape') return { kind: 'shape', text: cells.join(' x ') }
  return field.kind === 'number' ? { kind: 'number', text: cells[0] ?? '' } : { kind: 'tensor', shape, cells }
}

function layers(random: Random): LayerRow[] {
  const row = (layer: LayerRow['layer'], cells: Partial<LayerRow> = {}): LayerRow => {
    return { layer, units: '', kernel: '', stride: '', padding: '', activation: '', ...cells }
  }
  // few widths, as people choose them: a network that nobody had before costs a tenth of a second to run
  const units = () => pick(['8', '16', '32'], random) ?? '8'
  const conv = (): LayerRow =>
    row('conv', { units: units(), kernel: '3', stride: '1', padding: '1', activation: 'relu' })
  const pool = row('maxpool', { kernel: '2', stride: '2' })
  return [conv(), pool, conv(), pool, conv(), row('globalavgpool'), row('dense', { units: '3', activation: 'softmax' })]
}
