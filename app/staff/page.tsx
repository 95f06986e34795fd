import Link from 'next/link'
import { messagesIn } from '../../components/messages/catalogue.ts'
import { CoursesOver } from '../../components/people/course/courses-over.tsx'
import { link } from '../../components/site/buttons.ts'
import { CourseList } from '../../components/staff/course-list.tsx'
import { StaffHeading } from '../../components/staff/staff-heading.tsx'
import { currentPrincipal } from '../../lib/auth/current.ts'
import { listCourses } from '../../lib/courses/list-courses.ts'
import { mayMakeCourses } from '../../lib/courses/make-course.ts'
import { courseExams } from '../../lib/exams/course-exams.ts'
import { load } from '../load.ts'
import { requestSettings } from '../request.ts'

export default async function StaffPage() {
  const { locale } = await requestSettings()
  const t = messagesIn(locale)
  const principal = await currentPrincipal()
  const { courses, over, mayMake } = await load('/staff', async () => {
    const mine = (await listCourses(principal)).filter((course) => course.role !== 'student')
    const courses = await Promise.all(
      mine
        .filter((course) => !course.archived)
        .map(async (course) => ({ ...course, exams: await courseExams(principal, course.id) })),
    )
    return { courses, over: mine.filter((course) => course.archived), mayMake: await mayMakeCourses(principal) }
  })
  return (
    <>
      <StaffHeading title={t('staff.title')} facts={t('staff.lead')} />
      {courses.length > 0 ? (
        <p>
          <Link href="/staff/questions" prefetch={false} className={link}>
            {t('staff.questionBank')}
          </Link>
        </p>
      ) : null}
      {mayMake ? (
        <p>
          <Link href="/staff/courses/new" prefetch={false} className={link}>
            {t('people.newCourse')}
          </Link>
        </p>
      ) : null}
      <CourseList courses={courses} t={t} />
      {over.length > 0 ? <CoursesOver courses={over} t={t} /> : null}
    </>
  )
}
