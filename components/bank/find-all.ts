import { askBank } from './ask-bank.ts'
import type { Asked, BankCard } from './card.ts'

/** With so many questions something can be done at once. */
export const mostChosen = 500

/** All that is found by what was asked for, page by page; null where an answer did not come. */
export async function findAll(asked: Asked, signal: AbortSignal): Promise<BankCard[] | null> {
  const all: BankCard[] = []
  const given = Object.fromEntries(Object.entries(asked).filter((pair): pair is [string, string] => Boolean(pair[1])))
  for (let page = 1, pages = 1; page <= pages && all.length < mostChosen; page += 1) {
    const bank = await askBank({ ...given, page: String(page) }, signal)
    if (!bank) return null
    pages = bank.pages
    all.push(...bank.entries)
  }
  return all.slice(0, mostChosen)
}
