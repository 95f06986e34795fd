import { z } from 'zod'
import type { Principal } from '../auth/principal.ts'
import { requirePerson } from '../auth/require.ts'
import { inTransaction, type Query, query } from '../db/query.ts'
import { parse } from '../http/parse.ts'
import { forbidden, Refusal } from '../http/refusal.ts'
import { slug } from '../http/slug.ts'
import { slugAfter } from '../http/slug-after.ts'
import { isZone } from '../time/local-time.ts'
import { logCourse } from './course-action.ts'

/** What a course is called and when its clocks strike. */
export const courseFacts = {
  title: z.string().trim().min(1, 'A course needs a title.').max(200, 'At most 200 characters.'),
  term: z.string().trim().max(80, 'At most 80 characters.').default(''),
  zone: z.string().max(80).refine(isZone, 'This time zone is not known.').nullable().default(null),
}

export const makeCourseBody = z.strictObject({ ...courseFacts, slug: slug.nullable().default(null) })

export const slugTaken = () =>
  new Refusal(409, 'exists', 'Another course has this short name already.', { field: 'slug' })

/** Whether somebody may make a course: administrators, and whoever is an instructor of one already. */
export async function mayMakeCourses(principal: Principal | null): Promise<boolean> {
  const { personId } = requirePerson(principal)
  const [row] = await query<{ may: boolean }>(
    `SELECT p.administrator OR EXISTS (
       SELECT FROM membership m WHERE m.person_id = p.id AND m.role = 'instructor') AS may
     FROM person p WHERE p.id = $1`,
    [personId],
  )
  return row?.may ?? false
}

/** Somebody who may. */
export async function courseMaker(principal: Principal | null): Promise<Principal> {
  if (!(await mayMakeCourses(principal))) throw forbidden()
  return requirePerson(principal)
}

async function store(run: Query, given: z.output<typeof makeCourseBody>): Promise<string | null> {
  const wanted = given.slug ?? slugAfter(given.title, 'course')
  // a name that was made from the title gives way to one that is there
  const tries = given.slug ? [wanted] : [wanted, ...Array.from({ length: 50 }, (_, k) => `${wanted}-${k + 2}`)]
  for (const one of tries) {
    const [course] = await run<{ id: string }>(
      `INSERT INTO course (slug, title, term, zone) VALUES ($1, $2, $3, $4) ON CONFLICT (slug) DO NOTHING RETURNING id`,
      [one, given.title, given.term, given.zone],
    )
    if (course) return course.id
  }
  return null
}

/** A new course; whoever makes it is its first instructor. */
export async function makeCourse(
  principal: Principal | null,
  given: z.input<typeof makeCourseBody>,
): Promise<{ courseId: string }> {
  const { personId } = await courseMaker(principal)
  const facts = parse(makeCourseBody, given)
  return inTransaction(async (run) => {
    const courseId = await store(run, facts)
    if (!courseId) throw slugTaken()
    await run(`INSERT INTO membership (course_id, person_id, role) VALUES ($1, $2, 'instructor')`, [courseId, personId])
    await logCourse(run, courseId, personId, 'make', { title: facts.title })
    return { courseId }
  })
}
