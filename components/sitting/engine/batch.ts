import type { Save } from './protocol.ts'

/** The most that one request may carry. */
const mostSaves = 50
const mostBytes = 200_000
/** Browsers let at most 64 kB follow a page that closes. */
const mostBytesOnLeaving = 60_000

/** As many saves as fit into one request; on leaving, those too large to follow the page are passed over. */
export function batchOf(saves: readonly Save[], leaving: boolean, single: boolean): Save[] {
  const room = leaving ? mostBytesOnLeaving : mostBytes
  const batch: Save[] = []
  let bytes = 200
  for (const save of saves) {
    const size = new TextEncoder().encode(JSON.stringify(save)).length + 1
    if (bytes + size > room && (leaving || batch.length > 0)) continue
    batch.push(save)
    bytes += size
    if (single || batch.length === mostSaves) break
  }
  return batch
}
