import Link from 'next/link'
import type { Translate } from '../messages/catalogue.ts'
import { link } from '../site/buttons.ts'
import { StaffSection } from './staff-heading.tsx'

interface Course {
  id: string
  title: string
  term: string
  role: string
  exams: {
    id: string
    title: string
    state: string
    questions: number
    points: number
    attempts: number
    submissions: number
    requests: number
  }[]
}

/** The courses a member of staff works in, with their exams. */
export function CourseList({ courses, t }: { courses: readonly Course[]; t: Translate }) {
  if (courses.length === 0) return <p>{t('staff.noCourses')}</p>
  return courses.map((course) => (
    <StaffSection key={course.id} title={course.title}>
      <p className="eyebrow mb-4">
        {[course.term, t('staff.asRole', { role: course.role })].filter(Boolean).join(' · ')}
      </p>
      {course.role === 'ta' ? null : (
        <p className="interface mb-4 flex flex-wrap gap-x-5">
          <Link
            href={`/staff/courses/${course.id}`}
            prefetch={false}
            className={`${link} inline-flex min-h-7 items-center`}
          >
            {t('people.peopleOf')}
          </Link>
          <Link
            href={`/staff/exams/new?course=${course.id}`}
            prefetch={false}
            className={`${link} inline-flex min-h-7 items-center`}
          >
            {t('builder.newExam')}
          </Link>
        </p>
      )}
      {course.exams.length === 0 ? <p>{t('staff.noExams')}</p> : null}
      <ul className="flex flex-col gap-5">
        {course.exams.map((exam) => (
          <li key={exam.id}>
            <Link href={`/staff/exams/${exam.id}`} prefetch={false} className={`${link} text-lead`}>
              {exam.title}
            </Link>
            <p className="interface text-soft">
              {[
                t('staff.examState', { state: exam.state }),
                t('staff.facts', { questions: exam.questions, points: exam.points }),
                t('staff.attempts', { n: exam.attempts }),
                t('staff.submissions', { n: exam.submissions }),
                ...(exam.requests > 0 ? [t('staff.requests', { n: exam.requests })] : []),
              ].join(' · ')}
            </p>
          </li>
        ))}
      </ul>
    </StaffSection>
  ))
}
