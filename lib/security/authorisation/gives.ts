/** Who may ask. `owner` sat the exam; the assistants differ in the part of the review that is assigned to one of them. */
export const everybody = [
  'nobody',
  'owner',
  'otherStudent',
  'outsideStudent',
  'outsideTa',
  'assignedTa',
  'unassignedTa',
  'instructor',
  'administrator',
] as const
export type Who = (typeof everybody)[number]

/** ready: published and not begun. recalled: results were released and withdrawn again. */
export const states = ['draft', 'ready', 'running', 'closed', 'computed', 'released', 'recalled'] as const
export type State = (typeof states)[number]

/** What somebody gets: the value, or the status they are refused with. */
export type Outcome = 'ok' | 400 | 401 | 403 | 404 | 409 | 422 | 503

export type Gives = (who: Who, state: State) => Outcome

const people = {
  students: ['owner', 'otherStudent'],
  outside: ['outsideStudent', 'outsideTa'],
  assistants: ['assignedTa', 'unassignedTa'],
  leaders: ['instructor', 'administrator'],
  staff: ['assignedTa', 'unassignedTa', 'instructor', 'administrator'],
  signedIn: everybody.filter((who) => who !== 'nobody'),
} satisfies Record<string, readonly Who[]>
const times = {
  /** nobody has an attempt yet */
  unsat: ['draft', 'ready'],
  sat: ['running', 'closed', 'computed', 'released', 'recalled'],
  /** handed in and graded */
  handedIn: ['closed', 'computed', 'released', 'recalled'],
  /** handed in, and students may read nothing */
  unreleased: ['closed', 'recalled'],
  readable: ['computed', 'released'],
} satisfies Record<string, readonly State[]>

type Some = Who | keyof typeof people
type Time = State | keyof typeof times
type ForSome = Partial<Record<Some, Outcome>>

function namesIn<T extends string>(groups: Record<string, readonly T[]>, name: string): readonly T[] {
  return groups[name] ?? [name as T]
}

/** The same in every state; who is not named gets `others`. */
export function always(others: Outcome, some: ForSome): Gives {
  const found = new Map<Who, Outcome>()
  for (const [name, outcome] of Object.entries(some))
    for (const who of namesIn<Who>(people, name)) found.set(who, outcome)
  return (who) => found.get(who) ?? others
}

/**
 * As `base`, but in some states. A single outcome is for those whom `base` lets pass; an object names whom it is for.
 * The last one that fits holds.
 */
export function but(base: Gives, exceptions: Partial<Record<Time, Outcome | ForSome>>): Gives {
  return (who, state) => {
    let outcome = base(who, state)
    for (const [time, given] of Object.entries(exceptions)) {
      if (!namesIn<State>(times, time).includes(state)) continue
      if (typeof given !== 'object') outcome = base(who, state) === 'ok' ? given : outcome
      else for (const [name, one] of Object.entries(given)) if (namesIn<Who>(people, name).includes(who)) outcome = one
    }
    return outcome
  }
}

/** Everybody, signed in or not. */
export const anybody = always('ok', {})
/** Everybody who is signed in. */
export const signedIn = always('ok', { nobody: 401 })
/** Students of the course (and administrators, who have every role); its staff are no students. */
export const students = always(404, { nobody: 401, students: 'ok', staff: 403, administrator: 'ok' })
/** Staff of the course. */
export const staff = always(404, { nobody: 401, students: 403, staff: 'ok' })
/** Who runs the course: its instructors and administrators. */
export const instructors = always(404, { nobody: 401, students: 403, assistants: 403, leaders: 'ok' })
/** Staff of any course, for what belongs to none. */
export const staffAnywhere = always(403, { nobody: 401, outsideTa: 'ok', staff: 'ok' })
/** What is one student's own: to everybody else it does not exist. */
export const own = always(404, { nobody: 401, owner: 'ok' })

const noAttemptYet = { unsat: { signedIn: 404 } } as const
/** The same for what hangs on an attempt: before there is one, it does not exist. */
export const ownAttempt = but(own, noAttemptYet)
export const staffOfAttempt = but(staff, noAttemptYet)
export const instructorsOfAttempt = but(instructors, noAttemptYet)
/** What hangs on a submission: before it is handed in, it does not exist. */
export const staffOfSubmission = but(staffOfAttempt, { running: { signedIn: 404 } })
