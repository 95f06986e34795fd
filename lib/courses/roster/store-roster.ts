import type { Query } from '../../db/query.ts'
import { aheadIssuer } from '../ahead/ahead.ts'
import type { Entry, Role } from './person-row.ts'
import type { Step } from './plan-roster.ts'

/** The columns of a membership that a list sets, as they are sent to the database in one go. */
interface Listed {
  personId: string
  email: string
  name: string | null
  number: string | null
  group: string | null
  /** whether the list says anything of groups */
  grouped: boolean
  role: Role
}

const columns = `"personId" uuid, email text, name text, number text, "group" text, grouped bool, role role`

function listed(personId: string, role: Role, { email, name, number, group }: Entry): Listed {
  return { personId, email, name, number, group: group ?? null, grouped: group !== undefined, role }
}

async function enrol(run: Query, courseId: string, people: readonly Listed[]) {
  await run(
    `INSERT INTO membership (course_id, person_id, role, roster_email, roster_name, number, group_name)
     SELECT $1, g."personId", g.role, g.email, g.name, g.number, g."group"
     FROM jsonb_to_recordset($2::jsonb) AS g(${columns}) ON CONFLICT DO NOTHING`,
    [courseId, JSON.stringify(people)],
  )
}

/** Somebody who was enrolled ahead before and taken off again is the same person. */
async function makePeople(run: Query, courseId: string, entries: readonly Entry[]): Promise<Map<string, string>> {
  const made = await run<{ id: string; email: string }>(
    `INSERT INTO person (issuer, subject, name, email)
     SELECT $1, $2 || '/' || g.email, coalesce(g.name, split_part(g.email, '@', 1)), g.email
     FROM jsonb_to_recordset($3::jsonb) AS g(email text, name text)
     ON CONFLICT (issuer, subject) DO UPDATE SET name = excluded.name RETURNING id, email`,
    [aheadIssuer, courseId, JSON.stringify(entries)],
  )
  return new Map(made.map(({ id, email }) => [email, id]))
}

/** Whose address changes is found by the new one from now on; somebody who was taken off gives it up. */
async function readdress(run: Query, courseId: string, given: string) {
  await run(
    `UPDATE person p SET subject = 'moving/' || p.id FROM jsonb_to_recordset($2::jsonb) AS g(${columns})
     WHERE p.issuer = $3 AND (p.id = g."personId" OR p.subject = $1 || '/' || g.email)`,
    [courseId, given, aheadIssuer],
  )
  await run(
    `UPDATE person p SET subject = $1 || '/' || g.email, email = g.email, name = coalesce(g.name, p.name)
     FROM jsonb_to_recordset($2::jsonb) AS g(${columns}) WHERE p.issuer = $3 AND p.id = g."personId"`,
    [courseId, given, aheadIssuer],
  )
}

async function change(run: Query, courseId: string, people: readonly Listed[]) {
  const given = JSON.stringify(people)
  await readdress(run, courseId, given)
  await run(
    `UPDATE membership m SET role = g.role, roster_email = g.email, roster_name = coalesce(g.name, m.roster_name),
       number = coalesce(g.number, m.number), group_name = CASE WHEN g.grouped THEN g."group" ELSE m.group_name END
     FROM jsonb_to_recordset($2::jsonb) AS g(${columns}) WHERE m.course_id = $1 AND m.person_id = g."personId"`,
    [courseId, given],
  )
}

/** Does what was planned. Returns the ids of whom it touched, for the log. */
export async function storeRoster(run: Query, courseId: string, steps: readonly Step[]) {
  const enrolled = steps.flatMap((step) =>
    step.does === 'enrol' ? [listed(step.personId, step.role, step.entry)] : [],
  )
  const changed = steps.flatMap((step) =>
    step.does === 'change' ? [listed(step.personId, step.role, step.entry)] : [],
  )
  const ahead = steps.flatMap((step) => (step.does === 'ahead' ? [step] : []))
  // first of all: an address that one gives up may be another's in the same list
  if (changed.length > 0) await change(run, courseId, changed)
  const made = await makePeople(
    run,
    courseId,
    ahead.map(({ entry }) => entry),
  )
  const fresh = ahead.map(({ entry, role }) => listed(made.get(entry.email) ?? '', role, entry))
  await enrol(run, courseId, [...enrolled, ...fresh])
  return {
    enrolled: enrolled.map(({ personId }) => personId),
    ahead: fresh.map(({ personId }) => personId),
    changed: steps.flatMap((step) =>
      step.does === 'change' ? [{ personId: step.personId, differences: step.differences }] : [],
    ),
  }
}
