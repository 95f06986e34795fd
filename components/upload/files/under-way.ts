/** How many files of this page the server does not have yet: handing in waits for them. */
const counts = new Map<string, number>()
const listeners = new Set<() => void>()

export function noteUnderWay(place: string, count: number): void {
  if ((counts.get(place) ?? 0) === count) return
  counts.set(place, count)
  for (const listener of listeners) listener()
}

export const filesUnderWay = (): number => [...counts.values()].reduce((sum, count) => sum + count, 0)

export function onUnderWay(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
