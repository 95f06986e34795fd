import Link from 'next/link'
import type { Translate } from '../../messages/catalogue.ts'
import { link } from '../../site/buttons.ts'
import { StaffSection } from '../../staff/staff-heading.tsx'

/** Courses that are over: out of the way, and still to be read. */
export function CoursesOver(props: { courses: readonly { id: string; title: string; term: string }[]; t: Translate }) {
  return (
    <StaffSection title={props.t('people.archivedCourses')}>
      <ul className="interface flex flex-col gap-2">
        {props.courses.map(({ id, title, term }) => (
          <li key={id}>
            <Link href={`/staff/courses/${id}`} prefetch={false} className={link}>
              {title}
            </Link>{' '}
            <span className="text-soft">{term}</span>
          </li>
        ))}
      </ul>
    </StaffSection>
  )
}
