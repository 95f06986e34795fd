import type { Bank } from './card.ts'

/** Asks the bank; null where no answer came. */
export async function askBank(asked: Record<string, string>, signal: AbortSignal): Promise<Bank | null> {
  const given = Object.entries(asked).filter(([, value]) => value !== '')
  try {
    const response = await fetch(`/api/staff/v1/bank?${new URLSearchParams(given)}`, { signal })
    return response.ok ? ((await response.json()) as Bank) : null
  } catch (error) {
    if (signal.aborted) throw error
    return null
  }
}
