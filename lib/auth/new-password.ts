import { z } from 'zod'
import { invalid } from '../http/refusal.ts'

export const typedPassword = z.string().max(1_024)

const leastLetters = 10

/** A password that may be set: long rather than odd; what others know of its owner is no secret. */
export function newPassword(typed: string | null, { email, name }: { email: string; name: string }): string {
  const plain = typed?.normalize('NFKC') ?? ''
  if ([...plain].length < leastLetters) throw invalid(`A password has at least ${leastLetters} characters.`, 'password')
  if ([email, email.split('@')[0], name].some((known) => known?.toLowerCase() === plain.toLowerCase()))
    throw invalid('That is your name or your address: choose something that others do not know.', 'password')
  return plain
}
