import Link from 'next/link'
import type { Translate } from '../../messages/catalogue.ts'
import { link } from '../../site/buttons.ts'

/** For what time is set: the whole course, or one of its exams. */
export function TimePlaces(props: {
  courseId: string
  exams: readonly { id: string; title: string }[]
  here: string | null
  t: Translate
}) {
  const { courseId, here, t } = props
  const places = [{ id: null, title: t('people.wholeCourse') }, ...props.exams]
  return (
    <nav aria-label={t('people.timeFor')} className="interface flex flex-wrap items-baseline gap-x-5 gap-y-2">
      <span className="eyebrow">{t('people.timeFor')}</span>
      {places.map(({ id, title }) =>
        id === here ? (
          <span key={id ?? 'course'} aria-current="true" className="font-semibold">
            {title}
          </span>
        ) : (
          <Link
            key={id ?? 'course'}
            href={`/staff/courses/${courseId}/time${id === null ? '' : `?exam=${id}`}`}
            prefetch={false}
            className={`${link} inline-flex min-h-7 items-center`}
          >
            {title}
          </Link>
        ),
      )}
    </nav>
  )
}
