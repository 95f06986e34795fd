import type { Entry, Role } from './person-row.ts'
import { numberKey } from './student-number.ts'

/** Somebody of the course as it is now. */
export interface Member {
  personId: string
  /** enrolled, and has no account yet */
  ahead: boolean
  name: string
  /** folded; of the list it came with, else the account's where that is known to be theirs */
  email: string | null
  role: Role
  rosterName: string | null
  number: string | null
  group: string | null
  /** sits an exam of the course just now */
  sitting: boolean
}

/** Somebody with an account and no place in the course, whose address is known to be theirs. */
export interface Account {
  personId: string
  name: string
  email: string
}

export interface Difference {
  what: 'email' | 'name' | 'number' | 'group' | 'role'
  from: string | null
  to: string | null
}

/** What the import does about a row. */
export type Step = { line: number; name: string; email: string } & (
  | { does: 'enrol'; personId: string; entry: Entry; role: Role }
  | { does: 'ahead'; entry: Entry; role: Role }
  | { does: 'change'; personId: string; entry: Entry; role: Role; differences: Difference[] }
  | { does: 'same'; personId: string }
  | { does: 'repeated'; of: number }
  | { does: 'error'; problem: string }
)

const greater: Record<Role, number> = { student: 0, ta: 1, instructor: 2 }

function differencesOf(member: Member, entry: Entry, role: Role): Difference[] {
  const found: Difference[] = []
  const differ = (what: Difference['what'], from: string | null, to: string | null) => {
    if (from !== to) found.push({ what, from, to })
  }
  differ('email', member.email, entry.email)
  // a name is the list's own; the account's stays what its owner or the university says
  if (entry.name !== null) differ('name', member.rosterName ?? member.name, entry.name)
  if (entry.number !== null) differ('number', member.number, entry.number)
  if (entry.group !== undefined) differ('group', member.group, entry.group)
  differ('role', member.role, role)
  return found
}

/** Whoever a row is about, by address, else by student number; a number that is somebody else's is a problem. */
function findMember(entry: Entry, byEmail: ReadonlyMap<string, Member>, byNumber: ReadonlyMap<string, Member>) {
  const mail = byEmail.get(entry.email)
  const number = entry.number === null ? undefined : byNumber.get(numberKey(entry.number))
  if (mail && number && mail !== number)
    return { problem: `The student number ${entry.number} is that of ${number.name} in this course.` }
  return { member: mail ?? number }
}

/** Whoever is known by the number and has another address now leaves the old one to others of the same list. */
function giveUpAddresses(
  entries: readonly Entry[],
  byEmail: Map<string, Member>,
  byNumber: ReadonlyMap<string, Member>,
): void {
  for (const { email, number } of entries) {
    if (number === null || byEmail.has(email)) continue
    const moved = byNumber.get(numberKey(number))
    if (moved?.email) byEmail.delete(moved.email)
  }
}

/** Roles of staff are changed by hand: a list from the student office names everybody a student. */
function roleProblem(member: Member, role: Role): string | null {
  if (greater[role] < greater[member.role])
    return `${member.name} is on the staff of this course: change that in the list of people.`
  if (role !== member.role && member.sitting) return `${member.name} sits an exam just now: change the role afterwards.`
  return null
}

/**
 * What an import of a list would do, row by row. It depends on nothing but the list, the course and the accounts that there
 * are: the same list a second time finds everything as it wants it.
 */
export function planRoster(
  entries: readonly Entry[],
  members: readonly Member[],
  accounts: readonly Account[],
): Step[] {
  const byEmail = new Map(members.flatMap((one) => (one.email === null ? [] : [[one.email, one] as const])))
  const byNumber = new Map(
    members.flatMap((one) => (one.number === null ? [] : [[numberKey(one.number), one] as const])),
  )
  giveUpAddresses(entries, byEmail, byNumber)
  const known = new Map(accounts.map((one) => [one.email, one]))
  const seen = new Map<string, Entry>()
  const people = new Map<Member, Entry>()
  const numbers = new Map<string, Entry>()
  return entries.map((entry): Step => {
    const step = { line: entry.line, name: entry.name ?? entry.email, email: entry.email }
    const refuse = (problem: string): Step => ({ ...step, does: 'error', problem })
    const before = seen.get(entry.email)
    if (before) {
      const { line: _, ...first } = before
      const { line: __, ...second } = entry
      if (JSON.stringify(first) === JSON.stringify(second)) return { ...step, does: 'repeated', of: before.line }
      return refuse(`The same address as in line ${before.line}, with something else beside it.`)
    }
    seen.set(entry.email, entry)
    const twin = entry.number === null ? undefined : numbers.get(numberKey(entry.number))
    if (twin) return refuse(`The same student number as in line ${twin.line}.`)
    if (entry.number !== null) numbers.set(numberKey(entry.number), entry)
    const { member, problem } = findMember(entry, byEmail, byNumber)
    if (problem !== undefined) return refuse(problem)
    if (!member) {
      const role = entry.role ?? 'student'
      const account = known.get(entry.email)
      if (!account) return { ...step, does: 'ahead', entry, role }
      return { ...step, name: account.name, does: 'enrol', personId: account.personId, entry, role }
    }
    const other = people.get(member)
    if (other) return refuse(`This is ${member.name}, as line ${other.line} is.`)
    people.set(member, entry)
    const role = entry.role ?? member.role
    const wrong = roleProblem(member, role)
    if (wrong) return refuse(wrong)
    const differences = differencesOf(member, entry, role)
    const found = { ...step, name: entry.name ?? member.name, personId: member.personId }
    return differences.length === 0
      ? { ...found, does: 'same' }
      : { ...found, does: 'change', entry, role, differences }
  })
}

/** The students of the course whom no row is about. */
export function missingFrom(steps: readonly Step[], members: readonly Member[]): Member[] {
  const named = new Set(steps.flatMap((step) => ('personId' in step ? [step.personId] : [])))
  const addresses = new Set(steps.map(({ email }) => email))
  return members.filter(
    ({ personId, role, email }) => role === 'student' && !named.has(personId) && !(email && addresses.has(email)),
  )
}
