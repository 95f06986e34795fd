import { childNamed, childrenNamed, descendantsNamed, type Element, isElement, textOf } from '../../markup/tree.ts'

/** What a rule asks of a response: that it is this, or lies on one side of it. */
export interface Want {
  response: string
  value: string
  how: 'equal' | 'least' | 'most' | 'pair'
  /** the place of a line in an order, from 0 */
  index: number | null
}

/** A rule of response processing: what it wants, what must not be, what that gives, and what is said then. */
export interface Rule {
  wants: Want[]
  unless: Want[]
  /** in the units of the file; null: it only says something */
  score: number | null
  feedback: string[]
}

const kinds: Readonly<Record<string, Want['how']>> = {
  varequal: 'equal',
  vargte: 'least',
  vargt: 'least',
  varlte: 'most',
  varlt: 'most',
  varsubset: 'pair',
}

/** The rules of an item of QTI 1.2. */
export function rulesOf(item: Element): Rule[] {
  const most = largest(item) ?? 1
  return descendantsNamed(item, 'respcondition').map((rule) => {
    const found: Pick<Rule, 'wants' | 'unless'> = { wants: [], unless: [] }
    collect(childNamed(rule, 'conditionvar'), found, false)
    const feedback = childrenNamed(rule, 'displayfeedback').map(({ attributes }) => attributes.linkrefid ?? '')
    return { ...found, score: scoreOf(rule, most), feedback }
  })
}

/** The most that an item gives, in the units of the file. */
export function largest(item: Element): number | null {
  const most = descendantsNamed(item, 'decvar').map(({ attributes }) => Number(attributes.maxvalue ?? Number.NaN))
  return most.find((one) => one > 0) ?? null
}

/** `and` and `or` are taken as one list: what is right is named in it either way. */
function collect(node: Element | undefined, into: Pick<Rule, 'wants' | 'unless'>, negated: boolean): void {
  for (const child of node?.children ?? []) {
    if (!isElement(child)) continue
    const how = Object.hasOwn(kinds, child.tag) ? kinds[child.tag] : undefined
    if (how) (negated ? into.unless : into.wants).push(wantOf(child, how))
    else collect(child, into, child.tag === 'not' ? !negated : negated)
  }
}

function wantOf(node: Element, how: Want['how']): Want {
  const index = Number.parseInt(node.attributes.index ?? '', 10)
  return {
    response: node.attributes.respident ?? '',
    value: textOf(node).trim(),
    how,
    index: index >= 0 ? index : null,
  }
}

function scoreOf(rule: Element, most: number): number | null {
  const scores = childrenNamed(rule, 'setvar').flatMap((set) => {
    const text = textOf(set).trim()
    const value = /\.max$/i.test(text) ? most : Number(text === '' ? Number.NaN : text)
    if (!Number.isFinite(value)) return []
    return [/^subtract$/i.test(set.attributes.action ?? '') ? -value : value]
  })
  return scores[0] ?? null
}
