import { messagesIn, type Translate } from '../messages/catalogue.ts'
import { LeftBehind } from '../sitting/kept/left-behind.tsx'
import { link } from './buttons.ts'
import { printTime } from './times.ts'

/** One of a student's attempts at an exam. */
export interface ListedAttempt {
  attemptId: string
  number: number
  state: 'open' | 'closed'
  submittedAt: string | null
  /** its points are the student's; null: not to be told yet */
  counts: boolean | null
  /** null: not released */
  earned: number | null
}

/** An exam as it stands for a student. */
export interface ListedExam {
  id: string
  title: string
  course: { id: string; title: string }
  opensAt: string | null
  closesAt: string | null
  state: 'upcoming' | 'open' | 'in-progress' | 'submitted' | 'missed' | 'released'
  attemptId: string | null
  deadline: string | null
  attempts: readonly ListedAttempt[]
  /** number of the attempt that may begin now after those there are; null: none may */
  next: number | null
  /** for another look at the result */
  requests?: { open: number; answered: number } | null
}

interface Props {
  locale: string
  zone: string
  exams: readonly ListedExam[]
}

/** A student's exams, course by course, set like a table of contents. */
export function ExamList({ locale, zone, exams }: Props) {
  const t = messagesIn(locale)
  const courses = [...new Map(exams.map(({ course }) => [course.id, course.title]))]
  const time = (iso: string) => printTime(iso, locale, zone)
  const attempts = exams.flatMap(({ attempts, title }) =>
    attempts.map(({ attemptId }) => {
      return { attemptId, text: t('leftBehind.ofExam', { title }), action: t('leftBehind.action') }
    }),
  )
  return (
    <main id="content" className="mx-auto max-w-3xl px-4 py-12 sm:px-6 sm:py-16">
      <h1 className="text-title font-semibold">{t('exams.title')}</h1>
      <LeftBehind attempts={attempts} />
      {exams.length === 0 && <p className="mt-6 max-w-[52ch] text-soft">{t('exams.none')}</p>}
      {courses.map(([id, title]) => (
        <section key={id} className="mt-10" aria-labelledby={`course-${id}`}>
          <h2 id={`course-${id}`} className="eyebrow border-b border-ink pb-1.5">
            {title}
          </h2>
          <ul>
            {exams
              .filter(({ course }) => course.id === id)
              .map((exam) => (
                <li key={exam.id} className="border-b border-rule py-4">
                  <div className="flex flex-wrap items-baseline max-sm:gap-x-3">
                    <span className="text-lead font-semibold">{exam.title}</span>
                    <span className="flex grow items-baseline">
                      <span aria-hidden="true" className="leaders max-sm:hidden" />
                      <a className={`${link} interface inline-flex min-h-7 items-center`} href={hrefOf(exam)}>
                        {t(actions[exam.state])}
                        <span className="sr-only">: {exam.title}</span>
                      </a>
                    </span>
                  </div>
                  <p className="interface flex flex-wrap items-baseline gap-x-4 text-soft">
                    <span>{standing(t, exam, time)}</span>
                    {exam.next !== null && (
                      <a className={`${link} inline-flex min-h-7 items-center`} href={`/exams/${exam.id}`}>
                        {t('quiz.again')}
                        <span className="sr-only">: {exam.title}</span>
                      </a>
                    )}
                  </p>
                </li>
              ))}
          </ul>
        </section>
      ))}
    </main>
  )
}

const actions = {
  upcoming: 'exams.seeRules',
  open: 'exams.start',
  'in-progress': 'exams.goOn',
  submitted: 'exams.seeReceipt',
  missed: 'exams.seeRules',
  released: 'exams.seeResult',
} as const

function hrefOf({ id, state, attemptId }: ListedExam): string {
  if (attemptId === null) return `/exams/${id}`
  return state === 'in-progress' ? `/attempts/${attemptId}` : `/attempts/${attemptId}/result`
}

function standing(t: Translate, exam: ListedExam, time: (iso: string) => string): string {
  const until = (iso: string | null) => (iso === null ? [] : [t('exams.until', { time: time(iso) })])
  switch (exam.state) {
    case 'upcoming':
      return exam.opensAt === null ? '' : t('exams.upcoming', { time: time(exam.opensAt) })
    case 'open':
      return [t('exams.open'), ...until(exam.closesAt)].join(', ')
    case 'in-progress':
      return [t('exams.inProgress'), ...until(exam.deadline)].join(', ')
    case 'submitted':
      return t('exams.submitted')
    case 'missed':
      return exam.closesAt === null ? '' : t('exams.missed', { time: time(exam.closesAt) })
    case 'released':
      return [t('exams.released'), ...asked(t, exam)].join('. ')
  }
}

function asked(t: Translate, { requests }: ListedExam): string[] {
  if (!requests) return []
  const { open, answered } = requests
  return [
    ...(answered > 0 ? [t('exams.answered', { n: answered })] : []),
    ...(open > 0 ? [t('exams.asked', { n: open })] : []),
  ]
}
