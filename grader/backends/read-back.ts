import { inTime } from './in-time.ts'
import { BackendLost } from './unavailable.ts'

/**
 * How long a backend may take to give what it computed, in milliseconds. A batch takes some tens of them; a GPU whose
 * driver hangs never answers, and the grading process would wait with it.
 */
export const readBackLimit = 30_000

/** What a readback gives. Throws BackendLost where they do not come within the limit. */
export function readBack<T>(data: Promise<T>, backend: string, limit = readBackLimit): Promise<T> {
  const late = () => new BackendLost(`${backend} has not given its results within ${limit / 1000} s`)
  return inTime(data, limit, late)
}
