/**
 * One value a process, however often a bundler copies the module that makes it: pools and queues must not multiply.
 * `make` runs at first use; a failed promise is forgotten, so that the next use tries again.
 */
export function processWide<T>(name: string, make: () => T): () => T {
  const key = Symbol.for(`referee.${name}`)
  const holder = globalThis as unknown as Record<symbol, { value: T } | undefined>
  return () => {
    const held = holder[key]
    if (held) return held.value
    const value = make()
    holder[key] = { value }
    if (value instanceof Promise) value.catch(() => delete holder[key])
    return value
  }
}
