import type { Field } from '../../../grader/answers/field.ts'
import type { ShownField, ShownQuestion, Tensor } from '../result.ts'

/** A step of a chain of answers: what the student wrote beside what was expected. */
export interface PartingStep {
  field: Field
  /** parted: here it went wrong first. followed: right from own earlier values. off: wrong again, by itself */
  state: 'parted' | 'followed' | 'right' | 'off' | 'unanswered'
  /** null where the answer has another shape than the expected one */
  own: readonly (number | null)[] | null
  ownShape: readonly number[]
  /** as it was typed, where that is known cell by cell */
  typed: readonly string[] | null
  expected: Tensor
  through: Tensor | null
  /** entries that are neither right nor what own earlier values lead to */
  off: readonly boolean[]
  /** the first of them, row-major; null where none can be told */
  first: number | null
}

/** Where a chain of answers parted from what was expected, and what came of it. */
export interface Parting {
  first: PartingStep
  /** the parts that are computed from it, in their order */
  later: PartingStep[]
  /** whether it rests on earlier answers of the student's own */
  fromOwn: boolean
}

/** The chain that begins at a field, if its answers first part there; null where one number beside the other says it all. */
export function partingAt(question: ShownQuestion, name: string): Parting | null {
  const first = stepAt(question, name)
  if (first?.state !== 'parted') return null
  const later = laterFields(question, name).flatMap((field) => stepAt(question, field.name) ?? [])
  if (later.length === 0 && first.expected.data.length < 2) return null
  const shown = shownField(question, name)
  const fromOwn = question.fields.some((field) => shown?.after.includes(field.name) && field.own !== null)
  return { first, later, fromOwn }
}

/** What a field leads to and no chain before it has shown. */
function laterFields(question: ShownQuestion, name: string): ShownField[] {
  const firsts = question.fields.filter(({ grading }) => grading?.firstWrong).map((field) => field.name)
  const before = firsts.slice(0, Math.max(0, firsts.indexOf(name)))
  return question.fields.filter(
    ({ after }) => after.includes(name) && !before.some((earlier) => after.includes(earlier)),
  )
}

function shownField(question: ShownQuestion, name: string): ShownField | undefined {
  return question.fields.find((field) => field.name === name)
}

function stepAt(question: ShownQuestion, name: string): PartingStep | null {
  const field = question.paper.fields.find((one) => one.name === name)
  const shown = shownField(question, name)
  if (!field || !shown?.grading || shown.expected === null || typeof shown.expected === 'string') return null
  if (field.kind !== 'number' && field.kind !== 'tensor' && field.kind !== 'shape') return null
  const { expected, own } = shown
  const fits = own !== null && own.shape.join() === expected.shape.join()
  const off = fits ? offEntries(shown, own.data, expected) : []
  const named = question.divergence?.field === name ? question.divergence.cell : null
  const cell = named ?? off.indexOf(true)
  return {
    field,
    state: stateOf(shown),
    own: fits ? own.data : null,
    ownShape: own?.shape ?? [],
    typed: shown.answer?.kind === 'tensor' && fits ? shown.answer.cells : null,
    expected,
    through: shown.grading.through ?? null,
    off,
    first: fits && cell >= 0 ? cell : null,
  }
}

function stateOf({ grading }: ShownField): PartingStep['state'] {
  if (grading?.firstWrong) return 'parted'
  if (grading?.verdict === 'right') return 'right'
  if (grading?.verdict === 'through') return 'followed'
  if (grading?.verdict === 'convention' && grading.score === 1) return 'right'
  return grading?.verdict === 'empty' || grading?.verdict === 'unreadable' ? 'unanswered' : 'off'
}

/** The grader's word on every cell where it gave one; else one number is as its verdict, and sizes are exact. */
function offEntries({ grading }: ShownField, own: readonly (number | null)[], expected: Tensor): boolean[] {
  if (grading?.cells?.length === own.length) return grading.cells.map((cell) => cell === 'wrong')
  if (grading?.verdict === 'right' || grading?.verdict === 'through') return own.map(() => false)
  return own.map((value, k) => value !== null && (own.length === 1 || value !== expected.data[k]))
}
