import type { Outcome, State, Who } from '../gives.ts'

/**
 * What is planted where it must not come out. Each is such that an escaped form differs from the plain one, and such that
 * nothing else contains it.
 */
export const secrets = {
  /** of a number's expected value; the answers of the owner are others */
  expected: 7.318529046117,
  solution: 'planted <solution> "7f3a" é',
  rubric: 'planted <rubric> "c21d" é',
  mistake: 'planted <mistake> "90be" é',
  reference: 'planted <reference> "51c8" é',
  seed: 'planted-seed-d4e7',
  source: 'planted <source> "ab12" é',
  comment: 'planted <comment> "6d0f" é',
  code: 'planted-code-77aa',
  /** of a student who is none of those who ask */
  classmate: 'Planted "Classmate" Zoë',
  classmateEmail: 'planted+classmate@example.edu',
  classmateAnswer: 'planted <answer> "e5b9" é',
  ownerEmail: 'planted+owner@example.edu',
  otherStudentEmail: 'planted+other@example.edu',
} as const

export type Secret = keyof typeof secrets

function encodings(secret: string | number): string[] {
  const plain = String(secret)
  const bytes = Buffer.from(plain)
  const padded = [0, 1, 2].map((before) => Buffer.concat([Buffer.alloc(before), bytes]).toString('base64'))
  // the letters that depend on what stands beside it are left out
  const base64 = padded.map((text, before) => text.slice(before === 0 ? 0 : before + 1, -4))
  const words = [
    plain,
    JSON.stringify(plain).slice(1, -1),
    JSON.stringify(JSON.stringify(plain)).slice(3, -3),
    encodeURIComponent(plain),
    new URLSearchParams({ '': plain }).toString().slice(1),
    bytes.toString('hex'),
    bytes.toString('hex').toUpperCase(),
    ...base64,
    ...base64.map((text) => text.replaceAll('+', '-').replaceAll('/', '_')),
    plain.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;'),
    [...plain].map((letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`).join(''),
    [...plain]
      .map((letter) =>
        letter > '~' || '<>&'.includes(letter)
          ? `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`
          : JSON.stringify(letter).slice(1, -1),
      )
      .join(''),
  ]
  if (typeof secret === 'number') {
    const double = Buffer.alloc(8)
    double.writeDoubleLE(secret)
    words.push(secret.toFixed(6), double.toString('hex'), double.toString('base64').slice(0, 10))
  }
  return [...new Set(words)]
}

const forms = new Map(Object.entries(secrets).map(([name, secret]) => [name as Secret, encodings(secret)]))

/** Which of the secrets a text holds, in whatever encoding. */
export function leaks(text: string, never: readonly Secret[]): Secret[] {
  return never.filter((name) => forms.get(name)?.some((form) => text.includes(form)))
}

const answerKey: Secret[] = ['expected', 'solution', 'rubric', 'mistake']
/** What no student ever reads: who else sits the exam, what they wrote, and what a variant is made from. */
const forNoStudent: Secret[] = ['reference', 'seed', 'source', 'code', 'classmate', 'classmateEmail', 'classmateAnswer']
const names: Secret[] = ['classmate', 'classmateEmail', 'ownerEmail', 'otherStudentEmail']

/** What must not be in an answer: of a refusal nothing at all. */
export function forbidden(who: Who, state: State, outcome: Outcome, nameless: boolean): Secret[] {
  if (outcome !== 'ok') return Object.keys(secrets) as Secret[]
  if (/^(assignedTa|unassignedTa)$/.test(who)) return nameless ? names : []
  if (/^(instructor|administrator)$/.test(who)) return []
  const others = names.filter((name) => name !== `${who}Email`)
  const released = who === 'owner' ? state : 'closed'
  if (released === 'released') return [...forNoStudent, ...others]
  const kept: Secret[] = released === 'computed' ? ['rubric', 'comment'] : [...answerKey, 'comment']
  return [...forNoStudent, ...others, ...kept]
}
