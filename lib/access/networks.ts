import { BlockList, isIP, isIPv4 } from 'node:net'

/** An address as it is compared: an IPv4 address that came over an IPv6 socket is IPv4; null where it is none. */
export function plainAddress(given: string | null | undefined): string | null {
  const address = (given ?? '').trim().replace(/%.*$/, '')
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1]
  if (mapped) return isIPv4(mapped) ? mapped : null
  return isIP(address) ? address : null
}

/** A range in CIDR notation or a single address, in one spelling; a sentence where it is neither. */
export function readNetwork(text: string): { ok: true; network: string } | { ok: false; problem: string } {
  const given = text.trim()
  const [address = '', length, ...more] = given.split('/')
  const family = isIP(address)
  const widest = family === 4 ? 32 : 128
  if (family === 0 || more.length > 0)
    return { ok: false, problem: `“${given}” is no address. Write 192.0.2.0/24, 2001:db8::/32 or a single address.` }
  if (length !== undefined && !(/^\d{1,3}$/.test(length) && Number(length) <= widest))
    return { ok: false, problem: `“${given}”: after the slash comes a number from 0 to ${widest}.` }
  return { ok: true, network: `${address}/${length === undefined ? widest : Number(length)}` }
}

/** A test of addresses against ranges that were read before. */
export function networkTest(networks: readonly string[]): (address: string) => boolean {
  const list = new BlockList()
  for (const network of networks) {
    const [address = '', length] = network.split('/')
    list.addSubnet(address, Number(length), isIPv4(address) ? 'ipv4' : 'ipv6')
  }
  return (address) => list.check(address, isIPv4(address) ? 'ipv4' : 'ipv6')
}
