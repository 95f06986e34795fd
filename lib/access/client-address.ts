import { networkTest, plainAddress } from './networks.ts'

/**
 * The address a request comes from. Anybody can write X-Forwarded-For: it is read only where the connection itself comes
 * from a trusted proxy, from the right, as far as proxies are trusted. Null: unknown.
 */
export function clientAddress(
  peer: string | null | undefined,
  forwarded: string | null,
  trusted: readonly string[],
): string | null {
  let address = plainAddress(peer)
  if (address === null || trusted.length === 0) return address
  const isTrusted = networkTest(trusted)
  const hops = (forwarded ?? '').split(',').filter((hop) => hop.trim() !== '')
  while (isTrusted(address) && hops.length > 0) {
    const hop: string | null = plainAddress(hops.pop())
    if (hop === null) return null
    address = hop
  }
  return address
}
