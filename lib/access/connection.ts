import { AsyncLocalStorage } from 'node:async_hooks'
import http from 'node:http'

/**
 * Loaded before the web server (`--import`): remembers, for as long as a request is worked on, the address its connection
 * comes from. A handler sees headers only, and those are whatever the sender writes.
 */
const key = Symbol.for('referee.connection')
type Holder = Record<symbol, AsyncLocalStorage<string | undefined> | undefined>

/** The address at the other end of the connection of the request under way; undefined where nobody remembers. */
export function connectionAddress(): string | undefined {
  return (globalThis as unknown as Holder)[key]?.getStore()
}

export function rememberConnections(): void {
  const holder = globalThis as unknown as Holder
  if (holder[key]) return
  const storage = new AsyncLocalStorage<string | undefined>()
  holder[key] = storage
  const emit = http.Server.prototype.emit
  http.Server.prototype.emit = function (this: http.Server, event: string | symbol, ...given: unknown[]) {
    const request = given[0]
    if (event !== 'request' || !(request instanceof http.IncomingMessage)) return emit.call(this, event, ...given)
    return storage.run(request.socket.remoteAddress, () => emit.call(this, event, ...given))
  } as typeof emit
}
