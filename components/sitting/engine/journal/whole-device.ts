import { editsStore } from './edits-store.ts'
import type { JournalRow } from './journal.ts'

/** A row of any attempt's journal. The claim of an epoch has no operation. */
export type DeviceRow = Partial<JournalRow> & { attempt: string; field: string }

/** How many edits of each attempt lie on this device that the server was not told of, whoever typed them. */
export async function unsentOnDevice(): Promise<Map<string, number>> {
  const rows = await editsStore()('readonly', (edits) => {
    const all = edits.getAll()
    return () => all.result as DeviceRow[]
  })
  const unsent = new Map<string, number>()
  for (const row of rows) if (isUnsent(row)) unsent.set(row.attempt, (unsent.get(row.attempt) ?? 0) + 1)
  return unsent
}

/**
 * Takes from this device what the server has, of every attempt but one: others may sit at it next. What was never sent
 * stays, with its attempt's claim.
 */
export async function forgetSettled(spared: string | null): Promise<void> {
  await editsStore()('readwrite', (edits) => {
    const all = edits.getAll()
    all.onsuccess = () => {
      for (const { attempt, field } of settledRows(all.result as DeviceRow[], spared)) edits.delete([attempt, field])
    }
    return () => {}
  })
}

/** The rows that may go. */
export function settledRows(rows: readonly DeviceRow[], spared: string | null): DeviceRow[] {
  const owing = new Set(rows.filter(isUnsent).map(({ attempt }) => attempt))
  return rows.filter((row) => {
    if (row.attempt === spared || isUnsent(row)) return false
    return row.opId !== undefined || !owing.has(row.attempt)
  })
}

function isUnsent({ opId, fate }: DeviceRow): boolean {
  return opId !== undefined && fate === null
}
