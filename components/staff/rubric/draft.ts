import type { Base, RubricItem, RubricLike, Unit } from './rubric.ts'

/** An item as it is being typed. */
export interface DraftItem {
  /** names the row while it is on the page */
  key: string
  /** null where it is new */
  id: string | null
  says: string
  /** a share in percent; no sign: that is `takes` */
  amount: string
  takes: boolean
  unit: Unit
}

export interface Draft {
  base: Base
  items: DraftItem[]
  /** rows that were ever made, so that no two have one key */
  made: number
}

/** What is sent to be previewed and applied. */
export interface Edit {
  version: number
  base: Base
  items: { id: string | null; says: string; amount: number; unit: Unit }[]
}

const typed = ({ amount, unit }: Pick<RubricItem, 'amount' | 'unit'>) =>
  String(Number((Math.abs(amount) * (unit === 'share' ? 100 : 1)).toFixed(4)))

function withItems(draft: Draft, items: readonly RubricItem[], known: (id: string) => string | null): Draft {
  const rows = items.map((item, k) => ({
    key: `row-${draft.made + k}`,
    id: known(item.id),
    says: item.says,
    amount: typed(item),
    takes: item.amount < 0,
    unit: item.unit,
  }))
  return { ...draft, items: [...draft.items, ...rows], made: draft.made + rows.length }
}

/** The draft of a rubric: of the present one, or of one of the same part that is taken over again. */
export function draftOf({ base, items }: RubricLike, made = 0): Draft {
  return withItems({ base, items: [], made }, items, (id) => id)
}

/** The items of another part's rubric, as new ones, in the place of the draft's own or after them. */
export function copied(draft: Draft, { base, items }: RubricLike, instead: boolean): Draft {
  const start = instead ? { base, items: [], made: draft.made } : draft
  return withItems(start, items, () => null)
}

/** A new row after another, or at the end. */
export function added(draft: Draft, after: string | null): { draft: Draft; key: string } {
  const key = `row-${draft.made}`
  const place = after === null ? draft.items.length : draft.items.findIndex((item) => item.key === after) + 1
  const row: DraftItem = { key, id: null, says: '', amount: '', takes: draft.base === 'full', unit: 'points' }
  return { draft: { ...draft, items: draft.items.toSpliced(place, 0, row), made: draft.made + 1 }, key }
}

export function removed(draft: Draft, key: string): Draft {
  return { ...draft, items: draft.items.filter((item) => item.key !== key) }
}

export function moved(draft: Draft, key: string, by: -1 | 1): Draft {
  const from = draft.items.findIndex((item) => item.key === key)
  const item = draft.items[from]
  if (!item || from + by < 0 || from + by >= draft.items.length) return draft
  return { ...draft, items: draft.items.toSpliced(from, 1).toSpliced(from + by, 0, item) }
}

export function changed(draft: Draft, key: string, part: Partial<DraftItem>): Draft {
  return { ...draft, items: draft.items.map((item) => (item.key === key ? { ...item, ...part } : item)) }
}

/** A typed amount as a number, in points or as a share; null where it is none. A sign that was typed counts, too. */
export function amountOf({ amount, takes, unit }: DraftItem): number | null {
  const text = amount.trim().replace(',', '.').replace('−', '-')
  if (!/^[+-]?(\d+\.?\d*|\.\d+)$/.test(text)) return null
  const value = (Number(text) / (unit === 'share' ? 100 : 1)) * (takes ? -1 : 1)
  if (Math.abs(value) > (unit === 'share' ? 1 : 10_000)) return null
  return value === 0 ? 0 : Number(value.toFixed(6))
}

/** A row in which nothing is written yet counts for nothing. */
const isBlank = ({ id, says, amount }: DraftItem) => id === null && says.trim() === '' && amount.trim() === ''

/** The rows that are not whole yet. */
export function unfinished(draft: Draft): Set<string> {
  const open = draft.items.filter((item) => !isBlank(item) && (item.says.trim() === '' || amountOf(item) === null))
  return new Set(open.map(({ key }) => key))
}

/** The rows that are sent, in the order in which they are. */
export const rowsSent = (draft: Draft) => draft.items.filter((item) => !isBlank(item))

/** The edit that a draft stands for; null while a row is not whole. */
export function editOf(draft: Draft, version: number): Edit | null {
  if (unfinished(draft).size > 0) return null
  const items = rowsSent(draft).map((item) => {
    const { id, says, unit } = item
    return { id, says: says.trim(), amount: amountOf(item) ?? 0, unit }
  })
  return { version, base: draft.base, items }
}

/** Whether an edit says anything that the rubric does not. */
export function differs(edit: Edit, { base, items }: RubricLike): boolean {
  const told = (of: Base, all: readonly (Omit<RubricItem, 'id'> & { id: string | null })[]) =>
    JSON.stringify([of, all.map(({ id, says, amount, unit }) => [id, says.trim(), amount, unit])])
  return told(edit.base, edit.items) !== told(base, items)
}
