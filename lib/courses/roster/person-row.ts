import { z } from 'zod'
import { isMailAddress } from '../../mail/one-line.ts'
import { oneName } from './one-name.ts'
import { readNumber } from './student-number.ts'

const cell = z.string().max(2_000).default('')

/** A row of a list of people as it stands in the file: everything as text, what has no column is not there. */
export const personRow = z.strictObject({
  line: z.number().int().min(0),
  email: cell,
  name: cell,
  first: cell,
  last: cell,
  number: cell,
  /** absent: the file says nothing of groups, and those of before stay */
  group: z.string().max(2_000).optional(),
  role: cell,
})
export type PersonRow = z.output<typeof personRow>

export type Role = 'student' | 'ta' | 'instructor'

/** A person of a list as it is meant. */
export interface Entry {
  line: number
  /** folded: one spelling for each address */
  email: string
  name: string | null
  number: string | null
  /** null: none; undefined: the file says nothing of groups */
  group: string | null | undefined
  /** undefined: the file says nothing of roles */
  role: Role | undefined
}

/** The one spelling of a mail address; null where it is none. `Ada <ada@example.edu>` and `mailto:` are read. */
export function foldAddress(text: string): string | null {
  const bare = text
    .normalize('NFKC')
    .trim()
    .replace(/^mailto:/i, '')
  const inner = /<([^<>]+)>\s*$/.exec(bare)?.[1] ?? bare
  const address = inner.trim().toLowerCase()
  return isMailAddress(address) && /^[^@]+@[^@]+\.[^@.]+$/.test(address) ? address : null
}

const roles: readonly [Role, RegExp][] = [
  ['student', /^(student(in|en|s)?|studierende[rn]?|learner|participant|teilnehmer(in)?|hörer(in)?)$/],
  ['ta', /^(ta|tutor(in)?|(teaching )?assistant|assistent(in)?|grader|non editing teacher|hiwi|korrektor(in)?)$/],
  ['instructor', /^(instructor|teacher|editing ?teacher|lecturer|professor(in)?|dozent(in)?|lehrende[rn]?|owner)$/],
]

/** `Lindqvist, Ada` is Ada Lindqvist; a comma within titles (`Ada Lindqvist, PhD`) has no given name behind it. */
function nameOf({ name, first, last }: PersonRow): string {
  const parts = [oneName(first), oneName(last)].filter((part) => part !== '')
  if (parts.length > 0 && (oneName(name) === '' || parts.length === 2)) return parts.join(' ')
  const whole = oneName(name)
  const [family = '', given = '', ...more] = whole.split(/\s*,\s*/)
  const titled = /^(ph\.?d\.?|m\.?sc\.?|b\.?sc\.?|m\.?a\.?|b\.?a\.?|jr\.?|sr\.?|dr\.?|md)$/i.test(given)
  return given !== '' && more.length === 0 && !titled ? `${given} ${family}` : whole
}

/** Reads a row of a list; a problem is a whole sentence for whoever wrote the list. */
export function readPerson(row: PersonRow): { ok: true; entry: Entry } | { ok: false; problem: string } {
  const refuse = (problem: string) => ({ ok: false as const, problem })
  if (row.email.trim() === '') return refuse('There is no e-mail address.')
  const email = foldAddress(row.email)
  if (!email) return refuse(`“${oneName(row.email).slice(0, 100)}” is no e-mail address.`)
  const name = nameOf(row)
  if (name.length > 200) return refuse('The name is longer than 200 characters.')
  const number = readNumber(row.number)
  if (number.length > 40) return refuse('The student number is longer than 40 characters.')
  const group = row.group === undefined ? undefined : oneName(row.group)
  if (group && group.length > 80) return refuse('The group is longer than 80 characters.')
  const said = oneName(row.role)
    .toLowerCase()
    .replace(/[^\p{L}]+/gu, ' ')
    .trim()
  const role = roles.find(([, words]) => words.test(said))?.[0]
  if (said !== '' && !role)
    return refuse(`“${oneName(row.role).slice(0, 100)}” is no role: write student, ta or instructor.`)
  return {
    ok: true,
    entry: {
      line: row.line,
      email,
      name: name || null,
      number: number || null,
      group: group === '' ? null : group,
      role,
    },
  }
}
