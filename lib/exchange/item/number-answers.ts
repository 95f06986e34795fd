import type { Notes } from './found.ts'
import type { ItemNumber } from './item.ts'
import { percent } from './number-fields.ts'
import { praiseLost } from './settle-choice.ts'
import { readNumber } from './tolerance.ts'

/** A number that is accepted, or of which something is said, as foreign formats list them. */
export interface NumberAnswer {
  text: string
  share: number
  tolerance: number
  says: string | null
}

/** A number with what is accepted instead of it; null where none is right. */
export function numberField(
  name: string,
  points: number,
  given: readonly NumberAnswer[],
  notes: Notes,
): ItemNumber | null {
  const answers = given.map((answer) => ({ ...answer, tolerance: sensible(answer.tolerance, notes) }))
  const right = answers.find(({ text, share }) => share >= 0.999 && readNumber(text) !== null)
  const value = right && readNumber(right.text)
  if (!right || !value) return null
  const field: ItemNumber = {
    kind: 'number',
    name,
    label: null,
    points,
    value,
    tolerance: right.tolerance,
    decimals: null,
    wider: [],
    slips: [],
  }
  if (right.says) notes.add(praiseLost)
  for (const answer of answers) if (answer !== right) addOther(field, answer, notes)
  return field
}

const widest = 1e12

function sensible(tolerance: number, notes: Notes): number {
  if (tolerance >= 0 && tolerance <= widest) return tolerance
  notes.add('A tolerance that no number can have was left out.')
  return 0
}

function addOther(field: ItemNumber, answer: NumberAnswer, notes: Notes): void {
  const { value, tolerance, wider, slips } = field
  const other = readNumber(answer.text)
  const earns = Math.min(1, Math.max(0, answer.share))
  if (other === null) {
    if (answer.text !== '' || answer.says)
      notes.add(`What is said of any other answer (${answer.text.slice(0, 40) || 'nothing'}) was not carried.`)
    return
  }
  if (Number(other) === Number(value)) {
    const least = Math.max(tolerance ?? 0, ...wider.map((one) => one.tolerance))
    const most = Math.min(1, ...wider.map((one) => one.earns))
    if (answer.tolerance > least && earns > 0 && earns < most && wider.length < 10)
      wider.push({ tolerance: answer.tolerance, earns })
    else notes.add(`The answer ${other} stands there twice; it was taken once.`)
    if (answer.says) notes.add('What is said of answers a little off was not carried.')
    return
  }
  if (earns >= 0.999) notes.add(`${other} is right there as well; it became a named value that earns ${percent(1)}.`)
  if (answer.tolerance !== tolerance)
    notes.add(`The tolerance ±${answer.tolerance} of ${other} became that of ${value}.`)
  slips.push({ value: other, earns, says: answer.says })
}
