import type { ItemChoice, ItemField, ItemNumber } from '../item/item.ts'
import { bandOf, clean } from '../item/tolerance.ts'
import { optionId } from './qti-interaction.ts'

const value = (text: string | number) => `<qti-value>${text}</qti-value>`
const correct = (values: string[]) => `<qti-correct-response>${values.map(value).join('')}</qti-correct-response>`

/** The response of a field with what is right. */
export function responseFor(field: ItemField): string {
  const response = (cardinality: string, type: string, inside: string) =>
    `<qti-response-declaration identifier="${field.name}" cardinality="${cardinality}" base-type="${type}">${inside}</qti-response-declaration>`
  switch (field.kind) {
    case 'choice':
      return response(cardinalityOf(field), 'identifier', correct(rightIds(field)) + mapping(field))
    case 'order':
      return response('ordered', 'identifier', correct(field.lines.map((_line, k) => optionId(field.name, k))))
    case 'number':
      return response('single', 'float', correct([field.value]))
    case 'text':
      return response('single', 'string', '')
    case 'upload':
      return response('single', 'file', '')
  }
}

/** What a field may earn, and what is said of its options. */
export function outcomesFor(field: ItemField): string[] {
  const { name, points, kind } = field
  const byHand = kind === 'text' || kind === 'upload' ? ' external-scored="human"' : ''
  const score = `<qti-outcome-declaration identifier="SCORE_${name}" cardinality="single" base-type="float" normal-maximum="${points}"${byHand}><qti-default-value>${value(0)}</qti-default-value></qti-outcome-declaration>`
  if (kind !== 'choice' || !field.options.some(({ says }) => says)) return [score]
  return [
    score,
    `<qti-outcome-declaration identifier="FEEDBACK_${name}" cardinality="${cardinalityOf(field)}" base-type="identifier"/>`,
  ]
}

const cardinalityOf = ({ many }: ItemChoice) => (many ? 'multiple' : 'single')
const rightIds = ({ name, options }: ItemChoice) =>
  options.flatMap(({ right }, k) => (right ? [optionId(name, k)] : []))

function mapping({ name, options, points, many }: ItemChoice): string {
  const right = options.filter((option) => option.right).length
  const worth = (isRight: boolean) =>
    clean(many ? (isRight ? points / right : -points / Math.max(1, options.length - right)) : isRight ? points : 0)
  const entries = options.map(
    (option, k) => `<qti-map-entry map-key="${optionId(name, k)}" mapped-value="${worth(option.right)}"/>`,
  )
  return `<qti-mapping lower-bound="0" upper-bound="${points}" default-value="0">${entries.join('')}</qti-mapping>`
}

/** What response processing does for a field. */
export function processingFor(field: ItemField): string[] {
  const { name, points } = field
  const set = (inside: string, outcome = `SCORE_${name}`) =>
    `<qti-set-outcome-value identifier="${outcome}">${inside}</qti-set-outcome-value>`
  switch (field.kind) {
    case 'choice': {
      const said = field.options.some(({ says }) => says)
      const feedback = set(`<qti-variable identifier="${name}"/>`, `FEEDBACK_${name}`)
      return [set(`<qti-map-response identifier="${name}"/>`), ...(said ? [feedback] : [])]
    }
    case 'order': {
      const match = `<qti-match><qti-variable identifier="${name}"/><qti-correct identifier="${name}"/></qti-match>`
      return [
        `<qti-response-condition><qti-response-if>${match}${set(float(points))}</qti-response-if></qti-response-condition>`,
      ]
    }
    case 'number':
      return [numberCondition(field, set)]
    default:
      return []
  }
}

const float = (number: number) => `<qti-base-value base-type="float">${number}</qti-base-value>`

/** The first branch that holds: the value, what is farther away, the values of slips. */
function numberCondition(field: ItemNumber, set: (inside: string) => string): string {
  const { name, points, wider, slips } = field
  const tolerance = field.tolerance ?? bandOf({ decimals: field.decimals ?? 3, leniency: 1 })
  const equal = (to: string, within: number) => {
    const mode = within > 0 ? `tolerance-mode="absolute" tolerance="${within} ${within}"` : 'tolerance-mode="exact"'
    return `<qti-equal ${mode}><qti-variable identifier="${name}"/>${to}</qti-equal>`
  }
  const right = `<qti-correct identifier="${name}"/>`
  const branches = [
    `<qti-response-if>${equal(right, tolerance)}${set(float(points))}</qti-response-if>`,
    ...wider.map(
      (one) =>
        `<qti-response-else-if>${equal(right, one.tolerance)}${set(float(clean(points * one.earns)))}</qti-response-else-if>`,
    ),
    ...slips.map(
      (one) =>
        `<qti-response-else-if>${equal(`<qti-base-value base-type="float">${one.value}</qti-base-value>`, tolerance)}${set(float(clean(points * one.earns)))}</qti-response-else-if>`,
    ),
  ]
  return `<qti-response-condition>${branches.join('')}</qti-response-condition>`
}
