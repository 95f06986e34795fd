import Link from 'next/link'
import type { Translate } from '../../messages/catalogue.ts'
import { link } from '../../site/buttons.ts'

const pages = [
  ['list', 'people.list', ''],
  ['import', 'people.import', '/import'],
  ['time', 'people.time', '/time'],
  ['invitations', 'people.invitations', '/invitations'],
  ['settings', 'people.settings', '/settings'],
] as const
export type CoursePage = (typeof pages)[number][0]

/** From one page of a course to the others. */
export function CourseNav({ courseId, here, t }: { courseId: string; here: CoursePage; t: Translate }) {
  return (
    <nav
      aria-label={t('people.pages')}
      className="interface mb-8 flex flex-wrap gap-x-5 gap-y-2 border-b border-rule pb-3"
    >
      {pages.map(([name, key, path]) =>
        name === here ? (
          <span key={name} aria-current="page" className="inline-flex min-h-7 items-center font-semibold">
            {t(key)}
          </span>
        ) : (
          <Link
            key={name}
            href={`/staff/courses/${courseId}${path}`}
            prefetch={false}
            className={`${link} inline-flex min-h-7 items-center`}
          >
            {t(key)}
          </Link>
        ),
      )}
    </nav>
  )
}
