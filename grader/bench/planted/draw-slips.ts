import type { Alternative, QuestionDefinition } from '../../question/definition.ts'
import { judgedFields } from '../../question/fields.ts'
import type { Random } from '../../question/random.ts'
import type { VariantKey } from '../../question/variant.ts'
import type { Student, WrongEntry } from './student.ts'

/**
 * A student with so many slips in different steps: half of them mistakes and conventions (by the
 * author, and automatic ones that the variant offers), half plain arithmetic (a digit or a sign of one entry). Fewer where the question has no more steps to go wrong in.
 */
export function drawStudent(question: QuestionDefinition, key: VariantKey, count: number, random: Random): Student {
  const alternatives: Alternative[] = []
  const wrongEntries: WrongEntry[] = []
  const touched = new Set<string>()
  for (let k = 0; k < count; k++) {
    const offered = question.alternatives.filter(
      ({ id, steps }) => key.alternatives[id] && !steps.some(({ name }) => touched.has(name)),
    )
    const free = question.reference.filter(({ name }) => !touched.has(name))
    const alternative = random.below(2) === 0 ? offered[random.below(Math.max(1, offered.length))] : undefined
    if (alternative) {
      alternatives.push(alternative)
      for (const { name } of alternative.steps) touched.add(name)
    } else if (free.length > 0) {
      const step = free[random.below(free.length)]!.name
      const isShape = judgedFields(question).some((field) => field.step === step && field.kind === 'shape')
      wrongEntries.push({ step, entry: random.below(1 << 16), change: drawChange(random, !isShape) })
      touched.add(step)
    }
  }
  return { alternatives, wrongEntries, roundsAll: random.below(2) === 0 }
}

/** Another digit in one place of a number as it is written, or, where it may have one, the other sign. */
function drawChange(random: Random, signed: boolean): WrongEntry['change'] {
  const [sign, place, more] = [signed && random.below(3) === 0, random.below(1 << 16), 1 + random.below(9)]
  return (written) => {
    if (sign && Number(written) !== 0) return written.startsWith('-') ? written.slice(1) : `-${written}`
    const digits = [...written].flatMap((character, k) => (/\d/.test(character) ? [k] : []))
    const at = digits[place % digits.length] ?? 0
    return `${written.slice(0, at)}${(Number(written[at]) + more) % 10}${written.slice(at + 1)}`
  }
}
