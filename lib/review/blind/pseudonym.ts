import { createHmac } from 'node:crypto'

const consonants = 'bdfghjklmnprstvz'
const vowels = 'aiou'

/** Sixteen bits as a word of five letters that can be spoken (proquints, arXiv:0901.4016). */
function word(bits: number): string {
  const consonant = (shift: number) => consonants[(bits >> shift) & 15]
  const vowel = (shift: number) => vowels[(bits >> shift) & 3]
  return `${consonant(12)}${vowel(10)}${consonant(6)}${vowel(4)}${consonant(0)}`
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)

/**
 * What a reviewer calls the student of an attempt within one question: always the same there, so that its parts and a
 * second look are known to be the same student's, and another one in every other question, so that nobody can follow a
 * student from question to question. Without the exam's key it tells nothing.
 */
export function pseudonym(key: Uint8Array, attemptId: string, examQuestionId: string): string {
  const digest = createHmac('sha256', key).update(`${attemptId}/${examQuestionId}`).digest()
  return `${capital(word(digest.readUInt16BE(0)))}-${capital(word(digest.readUInt16BE(2)))}`
}
