import { createHash, randomBytes } from 'node:crypto'

/** A word that nobody can guess: 128 bits, short enough for a code that a telephone reads from a screen. */
export const newSecret = () => randomBytes(16).toString('base64url')

/** What is stored of it. */
export const hashed = (secret: string) => createHash('sha256').update(secret).digest('hex')

export const isSecret = (text: string) => /^[\w-]{22}$/.test(text)
