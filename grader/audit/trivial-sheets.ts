import type { RawAnswer } from '../answers/raw-answer.ts'
import type { QuestionDefinition } from '../question/definition.ts'
import { type JudgedField, judgedFields } from '../question/fields.ts'
import { asGrid, propertyFields } from '../question/property-program.ts'
import type { StoredTensor, Variant, VariantKey } from '../question/variant.ts'
import { identity, shownValues } from './trivial-values.ts'

/** What somebody types who does no work. */
export interface TrivialSheet {
  /** in words: `nothing`, `zeros`, `a copy of x` … */
  typed: string
  copied: boolean
  /** more than one number in every cell */
  written: boolean
  answers: Record<string, RawAnswer>
}

/** A number, a shape or a grid to fill in. */
export interface Blank {
  field: JudgedField
  /** a right answer */
  truth: StoredTensor
  /** many answers are right */
  open: boolean
}

/** The blanks of a variant that take numbers, those with properties among them. */
export function blanksOf(definition: QuestionDefinition, key: VariantKey): Blank[] {
  const judged = judgedFields(definition).map((field) => ({ field, truth: key.expected[field.step], open: false }))
  const open = propertyFields(definition).map((field) => {
    const truth = key.expected[field.name]
    return { field: asGrid(field, truth?.shape ?? []), truth, open: true }
  })
  return [...judged, ...open].flatMap((blank) => (blank.truth ? [{ ...blank, truth: blank.truth }] : []))
}

/** Whether this needs no trial in this blank. */
export type Known = (typed: string, blank: Blank) => boolean

type Cells = (blank: Blank) => readonly (number | null)[] | null

/**
 * A blank sheet, zeros and ones; where properties are asked for also zeros and ones with one cell left out, and the identity;
 * and everything that the student is shown (drawn parameters, steps in the text) copied into every blank that it fits. An
 * open number is no blank to copy into: many numbers are right there, and what is given may be one of them.
 */
export function trivialSheets(
  definition: QuestionDefinition,
  { variant, key }: { variant: Variant; key: VariantKey },
  known: Known = () => false,
): TrivialSheet[] {
  const blanks = blanksOf(definition, key)
  const sheets: TrivialSheet[] = []
  const type = (typed: string, cells: Cells, how: { copied?: boolean; written?: boolean } = {}) => {
    const { copied = false, written = copied } = how
    const answers: Record<string, RawAnswer> = {}
    for (const blank of blanks) {
      const typedIn = known(typed, blank) ? null : cells(blank)
      if (typedIn) answers[blank.field.name] = answerOf(blank, typedIn)
    }
    if (typed === nothing || Object.keys(answers).length > 0) sheets.push({ typed, copied, written, answers })
  }
  type(nothing, () => null)
  for (const [name, number] of [
    ['zeros', 0],
    ['ones', 1],
  ] as const) {
    type(name, ({ truth }) => truth.data.map(() => number))
    type(`${name} ${oneBlank}`, (blank) =>
      blank.open && isGrid(blank) ? blank.truth.data.map((_, cell) => (cell === 0 ? null : number)) : null,
    )
  }
  type('the identity', ({ truth, open }) => (open ? identity(truth.shape) : null), { written: true })
  for (const [name, { data }] of shownValues(definition, variant, key.expected)) {
    type(
      `a copy of ${name}`,
      (blank) => (data.length === blank.truth.data.length && (isGrid(blank) || !blank.open) ? data : null),
      { copied: true },
    )
  }
  return sheets
}

const nothing = 'nothing'
export const oneBlank = 'and one blank'

function isGrid({ field, truth }: Blank): boolean {
  return field.kind === 'tensor' && truth.data.length > 1
}

function answerOf({ field, truth }: Blank, values: readonly (number | null)[]): RawAnswer {
  const cells = values.map((value) => (value === null ? '' : String(value)))
  if (field.kind === 'number') return { kind: 'number', text: cells[0] ?? '' }
  if (field.kind === 'shape') return { kind: 'shape', text: cells.join(' × ') }
  return { kind: 'tensor', shape: [...truth.shape], cells }
}
