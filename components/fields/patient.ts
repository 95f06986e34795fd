/** Milliseconds between two tries: the first, and the longest. */
const pauses = { first: 1000, longest: 30_000 }

/** A pause that ends early when the network comes back. */
function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => {
    const go = () => {
      clearTimeout(timer)
      globalThis.removeEventListener?.('online', go)
      resolve()
    }
    const timer = setTimeout(go, milliseconds)
    globalThis.addEventListener?.('online', go)
  })
}

/**
 * Fetches a piece of the page that was not sent with it. Without a network it is tried again until it comes: an exam goes
 * on without the piece, and nothing breaks.
 */
export function patient<T>(load: () => Promise<T>, wait: (milliseconds: number) => Promise<void> = pause) {
  return async (): Promise<T> => {
    for (let next = pauses.first; ; next = Math.min(2 * next, pauses.longest)) {
      try {
        return await load()
      } catch {
        await wait(next)
      }
    }
  }
}
