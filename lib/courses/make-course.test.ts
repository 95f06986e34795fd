import { afterAll, beforeAll, expect, it } from 'vitest'
import { closePools } from '../db/pool.ts'
import { freshDatabase } from '../db/testing/database.ts'
import { makeScenario, type Scenario } from '../db/testing/scenario.ts'
import { changeSettings } from './change-settings.ts'
import { courseSettings } from './course-settings.ts'
import { listCourses } from './list-courses.ts'
import { makeCourse, mayMakeCourses } from './make-course.ts'

let people: Scenario
beforeAll(async () => {
  await freshDatabase()
  people = await makeScenario()
})
afterAll(closePools)

it('whoever makes a course is its instructor; equal titles get names of their own, and chosen ones may not be taken', async () => {
  const { ines, tara, adam } = people
  const made = [await makeCourse(ines, { title: 'Vision' }), await makeCourse(adam, { title: 'Vision', term: 'Next' })]
  const courses = await listCourses(ines)
  expect(courses.filter(({ title }) => title === 'Vision')).toMatchObject([{ slug: 'vision', role: 'instructor' }])
  expect(await courseSettings(adam, made[1]?.courseId ?? '')).toMatchObject({ slug: 'vision-2', term: 'Next' })
  const taken = { status: 409, field: 'slug' }
  await expect(makeCourse(ines, { title: 'Other', slug: 'vision-2' })).rejects.toMatchObject(taken)
  const first = made[0]?.courseId ?? ''
  await expect(changeSettings(ines, first, { title: 'Vision', slug: 'vision-2' })).rejects.toMatchObject(taken)
  await expect(makeCourse(tara, { title: 'Mine' })).rejects.toMatchObject({ status: 403 })
  expect(await mayMakeCourses(tara)).toBe(false)
  await expect(makeCourse(ines, { title: 'Where', zone: 'Europe/Nowhere' })).rejects.toMatchObject({ status: 422 })
})

it('a course that is over says so, and its changes are written down', async () => {
  const { ines } = people
  const { courseId } = await makeCourse(ines, { title: 'Speech' })
  await changeSettings(ines, courseId, { title: 'Speech', slug: 'speech', zone: 'Europe/Berlin', archived: true })
  expect(await courseSettings(ines, courseId)).toMatchObject({
    archived: true,
    zone: 'Europe/Berlin',
    log: [{ action: 'settings', details: { before: { archived: false } } }, { action: 'make' }],
  })
  expect((await listCourses(ines)).at(-1)).toMatchObject({ title: 'Speech', archived: true })
})
