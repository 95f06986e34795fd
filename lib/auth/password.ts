import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto'
import { promisify } from 'node:util'

const derive = promisify<string, Buffer, number, { N: number; r: number; p: number; maxmem: number }, Buffer>(scrypt)
const cost = { N: 2 ** 15, r: 8, p: 1, maxmem: 64 * 2 ** 20 }
const length = 32

/** `scrypt$salt$hash`, both base64url. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(16)
  const hash = await derive(password.normalize('NFKC'), salt, length, cost)
  return `scrypt$${salt.toString('base64url')}$${hash.toString('base64url')}`
}

let nobody: Promise<string> | undefined

/** Takes as long for an account that does not exist as for one that does: pass null for it. */
export async function checkPassword(password: string, stored: string | null): Promise<boolean> {
  nobody ??= hashPassword('of an account that does not exist')
  const [, salt = '', hash = ''] = (stored ?? (await nobody)).split('$')
  const expected = Buffer.from(hash, 'base64url')
  const given = await derive(password.normalize('NFKC'), Buffer.from(salt, 'base64url'), length, cost)
  return stored !== null && expected.length === given.length && timingSafeEqual(expected, given)
}
