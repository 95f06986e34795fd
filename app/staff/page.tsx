import Link from 'next/link'
import { messagesIn } from '../../components/messages/catalogue.ts'
import { link } from '../../components/site/buttons.ts'
import { CourseList } from '../../components/staff/course-list.tsx'
import { StaffHeading } from '../../components/staff/staff-heading.tsx'
import { currentPrincipal } from '../../lib/auth/current.ts'
import { listCourses } from '../../lib/courses/list-courses.ts'
import { courseExams } from '../../lib/exams/course-exams.ts'
import { load } from '../load.ts'
import { requestSettings } from '../request.ts'

export default async function StaffPage() {
  const { locale } = await requestSettings()
  const t = messagesIn(locale)
  const principal = await currentPrincipal()
  const courses = await load('/staff', async () => {
    const mine = (await listCourses(principal)).filter((course) => course.role !== 'student')
    return Promise.all(mine.map(async (course) => ({ ...course, exams: await courseExams(principal, course.id) })))
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
      <CourseList courses={courses} t={t} />
    </>
  )
}
