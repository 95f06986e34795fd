import { shortText } from '../../item/found.ts'
import type { ItemField, ItemNumber } from '../../item/item.ts'
import { numberField } from '../../item/number-answers.ts'
import { clean, readNumber } from '../../item/tolerance.ts'
import { descendantsNamed, type Element, element, textOf } from '../../markup/tree.ts'
import { type Common, scoring } from './choices.ts'
import type { Item1 } from './item-v1.ts'
import { shownBy } from './material.ts'
import type { Rule } from './rules.ts'

/** What is typed: a number, a short text that has to be one of some, or a long one. */
export function typed1(node: Element, common: Common, item: Item1): ItemField {
  const response = node.attributes.ident ?? ''
  const rules = scoring(item, response).filter(({ score }) => (score ?? 0) > 0)
  const number = isNumeric(node, item) ? numberOf(common, rules, item) : null
  if (number) return number
  const most = Math.max(...rules.map(({ score }) => score ?? 0), 1e-9)
  const accepted = rules.flatMap(({ wants, score }) =>
    wants.flatMap(({ value, how }) => (how === 'equal' ? [{ text: value, share: (score ?? 0) / most }] : [])),
  )
  if (accepted.length === 0) return { ...common, kind: 'text', rubric: [], solution: null, length: null, upload: false }
  return shortText(common, accepted, item.notes)
}

/** A blank whose right answers stand as labels: no options are shown. */
export function blankOf(node: Element, common: Common, item: Item1): ItemField {
  const labels = descendantsNamed(node, 'response_label')
  const texts = labels.map((label) => ({ text: textOf(element('', {}, shownBy(label))).trim(), share: 1 }))
  return shortText(common, texts, item.notes)
}

function isNumeric(node: Element, { type }: Item1): boolean {
  const kinds = descendantsNamed(node, 'render_fib').map(({ attributes }) => attributes.fibtype ?? '')
  return (
    node.tag === 'response_num' ||
    /^numeric/.test(type) ||
    kinds.some((kind) => /^(?:decimal|integer|scientific)$/i.test(kind))
  )
}

function numberOf(common: Common, rules: Rule[], { notes }: Item1): ItemNumber | null {
  const most = Math.max(...rules.map(({ score }) => score ?? 0))
  const answers = rules.flatMap(({ wants, score }) => {
    const bounds = (how: string) =>
      wants.flatMap((want) => (want.how === how ? [Number(want.value)] : [])).filter(Number.isFinite)
    const [low, high] = [Math.max(...bounds('least')), Math.min(...bounds('most'))]
    const between = Number.isFinite(low) && Number.isFinite(high)
    const exact = wants
      .filter(({ how, value }) => how === 'equal' && readNumber(value) !== null)
      .map(({ value }) => value)
    const share = (score ?? 0) / most
    const told = { share, says: null }
    if (exact.length === 0)
      return between
        ? [{ ...told, text: String(clean((low + high) / 2)), tolerance: clean(Math.abs(high - low) / 2) }]
        : []
    return exact.map((text) => {
      const off = between ? Math.max(Number(text) - low, high - Number(text), 0) : 0
      return { ...told, text, tolerance: clean(off) }
    })
  })
  return numberField(common.name, common.points, answers, notes)
}
