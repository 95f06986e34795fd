import { numberKey } from '../roster/student-number.ts'
import type { TimeEntry } from './time-row.ts'

/** A student's time and room as they are: in a course, or in one exam of it. */
export interface StudentTime {
  personId: string
  name: string
  email: string
  /** addresses by which a list may name them, folded */
  addresses: string[]
  number: string | null
  percent: number
  extraMinutes: number
  room: string
  reason: string
}

export type TimeValues = Pick<StudentTime, 'percent' | 'extraMinutes' | 'room' | 'reason'>

export type TimeStep = { line: number; name: string; email: string } & (
  | { does: 'set' | 'same'; personId: string; before: TimeValues; after: TimeValues }
  | { does: 'error'; problem: string }
)

/** What a list of times would set, row by row: what it does not speak of stays. */
export function planTimes(entries: readonly TimeEntry[], students: readonly StudentTime[]): TimeStep[] {
  const byAddress = new Map(students.flatMap((one) => one.addresses.map((address) => [address, one] as const)))
  const byNumber = new Map(
    students.flatMap((one) => (one.number === null ? [] : [[numberKey(one.number), one] as const])),
  )
  const seen = new Map<StudentTime, number>()
  return entries.map((entry): TimeStep => {
    const { line, email, number, room, ...given } = entry
    const refuse = (problem: string, name = email ?? number ?? ''): TimeStep => ({
      line,
      name,
      email: email ?? '',
      does: 'error',
      problem,
    })
    const mail = email === null ? undefined : byAddress.get(email)
    const numbered = number === null ? undefined : byNumber.get(numberKey(number))
    if (mail && numbered && mail !== numbered)
      return refuse(`The address is that of ${mail.name}, the student number that of ${numbered.name}.`)
    const student = mail ?? numbered
    if (!student) return refuse('No student of this course is known by that.')
    const before = seen.get(student)
    if (before !== undefined) return refuse(`This is ${student.name}, as line ${before} is.`, student.name)
    seen.set(student, line)
    const now: TimeValues = {
      percent: student.percent,
      extraMinutes: student.extraMinutes,
      room: student.room,
      reason: student.reason,
    }
    const after: TimeValues = {
      percent: given.percent ?? now.percent,
      extraMinutes: given.extraMinutes ?? now.extraMinutes,
      room: room ?? now.room,
      reason: given.reason ?? now.reason,
    }
    const does = JSON.stringify(now) === JSON.stringify(after) ? 'same' : 'set'
    return { line, name: student.name, email: student.email, does, personId: student.personId, before: now, after }
  })
}
