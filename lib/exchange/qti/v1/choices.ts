import type { ItemChoice, ItemField, ItemOrder } from '../../item/item.ts'
import { settleChoice } from '../../item/settle-choice.ts'
import { descendantsNamed, type Element, type Markup } from '../../markup/tree.ts'
import type { Item1 } from './item-v1.ts'
import { shownBy } from './material.ts'
import type { Rule } from './rules.ts'

export interface Common {
  name: string
  points: number
  label: string | null
}

/** The rules that look at this response alone and give something. */
export const scoring = (item: Item1, response: string): Rule[] =>
  item.rules.filter(
    ({ wants, unless, score }) =>
      score !== null &&
      [...wants, ...unless].length > 0 &&
      [...wants, ...unless].every((want) => want.response === response),
  )

/** The texts of labels by their names. */
function labelsOf(node: Element, item: Item1): { id: string; text: string }[] {
  return descendantsNamed(node, 'response_label').map((label) => ({
    id: label.attributes.ident ?? '',
    text: item.write(shownBy(label)) || '(empty)',
  }))
}

export function choiceOf1(node: Element, common: Common, item: Item1): ItemField | null {
  const labels = labelsOf(node, item)
  if (labels.length === 0) return null
  const response = node.attributes.ident ?? ''
  const cardinality = (node.attributes.rcardinality ?? 'single').toLowerCase()
  const rules = scoring(item, response)
  if (cardinality === 'ordered') return orderOf1(labels, rules, common, item)
  const many = cardinality === 'multiple'
  const shares = many ? sharesOfMany(labels, rules) : sharesOfOne(rules)
  const weighed = labels.map(({ id, text }) => ({
    text,
    share: shares.get(id) ?? 0,
    says: item.write(saidOf(item, response, id)) || null,
  }))
  return { ...common, kind: 'choice', shuffle: shuffled(node), ...settleChoice(weighed, many, item.notes.add) }
}

const shuffled = (node: Element) =>
  descendantsNamed(node, 'render_choice', 'ims_render_object').some(({ attributes }) =>
    /^yes$/i.test(attributes.shuffle ?? 'yes'),
  )

/** Each option by the best rule that wants it. */
function sharesOfOne(rules: Rule[]): Map<string, number> {
  const most = Math.max(0, ...rules.map(({ score }) => score ?? 0)) || 1
  const shares = new Map<string, number>()
  for (const { wants, score } of rules)
    for (const { value, how } of wants)
      if (how === 'equal')
        shares.set(value, Math.max(shares.get(value) ?? Number.NEGATIVE_INFINITY, (score ?? 0) / most))
  return shares
}

/** A rule for each option, or one that wants all of the right ones. */
function sharesOfMany(labels: readonly { id: string }[], rules: Rule[]): Map<string, number> {
  const single = rules.filter(({ wants, unless }) => wants.length === 1 && unless.length === 0)
  const all = rules.filter(({ wants, unless }) => wants.length > 1 || (wants.length > 0 && unless.length > 0))
  const best = all.toSorted((a, b) => (b.score ?? 0) - (a.score ?? 0))[0]
  const apart = single.filter(({ score }) => (score ?? 0) > 0)
  if (best && (best.score ?? 0) > 0 && (best.score ?? 0) >= Math.max(0, ...apart.map(({ score }) => score ?? 0))) {
    const right = new Set(best.wants.map(({ value }) => value))
    const wrong = Math.max(1, labels.length - right.size)
    return new Map(labels.map(({ id }) => [id, right.has(id) ? 1 / right.size : -1 / wrong]))
  }
  const sum = apart.reduce((total, { score }) => total + (score ?? 0), 0) || 1
  return new Map(single.map(({ wants, score }) => [wants[0]?.value ?? '', (score ?? 0) / sum]))
}

function orderOf1(
  labels: readonly { id: string; text: string }[],
  rules: Rule[],
  common: Common,
  item: Item1,
): ItemOrder | null {
  const texts = new Map(labels.map(({ id, text }) => [id, text]))
  const best = rules.toSorted((a, b) => b.wants.length - a.wants.length)[0]
  const wants = best && best.wants.length > 1 ? best.wants : rules.flatMap((rule) => rule.wants)
  const placed = wants.every(({ index }) => index !== null)
    ? wants.toSorted((a, b) => (a.index ?? 0) - (b.index ?? 0))
    : wants
  const right = [...new Set(placed.map(({ value }) => value))].filter((id) => texts.has(id))
  if (right.length < 2) return null
  item.notes.add('An order is scored here by the longest run of lines that stand in the right order.')
  const lines = right.map((id) => texts.get(id) ?? '')
  const distractors = labels.filter(({ id }) => !right.includes(id)).map(({ text }) => text)
  return { ...common, kind: 'order', lines, distractors }
}

/** What is said to who chose just this. */
function saidOf({ rules, feedback }: Item1, response: string, id: string): Markup[] {
  const names = rules.flatMap(({ wants, unless, feedback: said }) => {
    const [want, ...others] = wants
    const alone = want && others.length === 0 && unless.length === 0
    return alone && want.response === response && want.value === id ? said : []
  })
  const own = names.find((name) => feedback.has(name) && !general(name))
  return own === undefined ? [] : (feedback.get(own) ?? [])
}

export const general = (name: string) =>
  /^(?:general|correct|incorrect|all)|_correct|_incorrect|^response_all/i.test(name)

/** Entries of one list that belong to those of another; pairs stand in rules as `one,other`. */
export function pairsOf1(node: Element, common: Common, item: Item1): { field: ItemChoice; row: Markup[] }[] {
  const labels = descendantsNamed(node, 'response_label')
  const response = node.attributes.ident ?? ''
  const pairs = scoring(item, response).flatMap(({ wants, score }) =>
    (score ?? 0) > 0
      ? wants.flatMap(({ value, how }) => (how === 'pair' ? [value.split(',').map((id) => id.trim())] : []))
      : [],
  )
  const grouped = (label: Element) => label.attributes.match_group !== undefined
  const rows = labels.filter((label) => !grouped(label))
  const options = labels.filter(grouped)
  const texts = options.map((label) => ({
    id: label.attributes.ident ?? '',
    text: item.write(shownBy(label)) || '(empty)',
  }))
  return rows.map((row) => {
    const own = row.attributes.ident ?? ''
    const right = pairs.filter((pair) => pair.includes(own)).flat()
    const unique = new Map<string, boolean>()
    for (const { id, text } of texts) unique.set(text, (unique.get(text) ?? false) || right.includes(id))
    const field: ItemChoice = {
      ...common,
      name: item.name(`${response}_${own}`),
      kind: 'choice',
      many: right.filter((id) => id !== own).length > 1,
      shuffle: true,
      options: [...unique].map(([text, isRight]) => ({ text, right: isRight, says: null })),
    }
    return { field, row: shownBy(row) }
  })
}
