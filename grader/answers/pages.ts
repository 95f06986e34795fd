import type { RawAnswer } from './raw-answer.ts'

/** A page that was put on a field. */
export type Page = Extract<RawAnswer, { kind: 'upload' }>

const id = '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}'
const wholeId = new RegExp(`^${id}$`)
const mark = '/page-'
const pageKeys = new RegExp(`^([^/]+)${mark}(${id})$`)

export const isPageId = (text: string) => wholeId.test(text)

/**
 * The key under which a page is saved: each page of a field `slug.name` is an answer of its own, so that a telephone and
 * a computer add pages to the same field and neither overwrites the other's.
 */
export const pageKey = (field: string, page: string) => `${field}${mark}${page}`

/** The field and the page of such a key; null for every other key. */
export function pageOfKey(key: string): { field: string; page: string } | null {
  const [, field, page] = pageKeys.exec(key) ?? []
  return field && page ? { field, page } : null
}

/** The pages of a field among answers by key, in their order. One that was taken off is null among the answers. */
export function pagesOf(answers: Readonly<Record<string, RawAnswer | null>>, field: string): Page[] {
  return Object.entries(answers)
    .flatMap(([key, answer]) => (answer?.kind === 'upload' && pageOfKey(key)?.field === field ? [answer] : []))
    .sort((a, b) => a.place - b.place || (a.page < b.page ? -1 : 1))
}
