import { createHash, createHmac, randomBytes } from 'node:crypto'
import { environment } from '../../environment.ts'

/** Letters and digits that are not taken for one another when they are read from paper. */
const letters = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const length = 16

export type Way = 'mail' | 'code'

/**
 * The code of an invitation, 80 bits. It follows from the secret of this installation, so that it need not be kept and can
 * be printed again; one that was mailed is another than one that is handed over.
 */
export function codeOf(invitationId: string, way: Way): string {
  const secret = environment().NEXTAUTH_SECRET
  if (!secret) throw new Error('NEXTAUTH_SECRET is not set.')
  const bytes = createHmac('sha256', secret).update(`invitation/${way}/${invitationId}`).digest()
  return inLetters(bytes)
}

const inLetters = (bytes: Buffer) => Array.from({ length }, (_, at) => letters[(bytes[at] ?? 0) % 32]).join('')

/** A code by chance: shown once, and good for what keeps its hash. */
export const newCode = (): string => inLetters(randomBytes(length))

/** As it is typed: in any case, with or without its hyphens, with the letters that look like digits. */
export function readCode(typed: string): string | null {
  const code = typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s-]+/g, '')
    .replaceAll('O', '0')
    .replace(/[IL]/g, '1')
  return code.length === length && [...code].every((letter) => letters.includes(letter)) ? code : null
}

export function printCode(code: string): string {
  return code.match(/.{4}/g)?.join('-') ?? code
}

/** What is kept of a code; one for one purpose is good for no other. */
export function hashOf(code: string, purpose: 'invitation' | 'password' = 'invitation'): Buffer {
  return createHash('sha256').update(`${purpose}/${code}`).digest()
}
