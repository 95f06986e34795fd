import { readPlist } from './plist.ts'

/** Where uploaded settings start, when it is not the exam. */
export interface WrongStart {
  /** null: the settings name no start address */
  found: string | null
  /** of the file; null where it names none */
  line: number | null
}

/** Addresses are the same page whatever follows the path, and with a slash at its end or without. */
function pageOf(address: string): string | null {
  if (!URL.canParse(address)) return null
  const { origin, pathname } = new URL(address)
  return origin + pathname.replace(/\/+$/, '')
}

/** What is wrong with the start address of settings, as they lie in the file; null where they start at the exam's page. */
export function wrongStart(xml: string, page: string): WrongStart | null {
  const settings = readPlist(xml)
  const start = settings.kind === 'dict' ? settings.entries.find(([key]) => key === 'startURL')?.[1] : undefined
  if (start?.kind !== 'string' || start.text.trim() === '') return { found: null, line: null }
  const found = start.text.trim()
  if (pageOf(found) === pageOf(page)) return null
  const before = /[\s\S]*?<key>\s*startURL\s*<\/key>/.exec(xml)?.[0]
  return { found, line: before === undefined ? null : before.split('\n').length }
}
