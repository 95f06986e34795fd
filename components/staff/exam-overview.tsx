import Link from 'next/link'
import type { Translate } from '../messages/catalogue.ts'
import { link, primary, secondary } from '../site/buttons.ts'
import { type AttemptRow, AttemptTable } from './attempt-table.tsx'
import { DataTable } from './data-table.tsx'
import { type Shows, shownInWords } from './release/shown.ts'
import { ReviewLinks } from './review-links.tsx'
import { StaffSection } from './staff-heading.tsx'

export interface Overview {
  id: string
  state: string
  release: { shows: Shows | null }
  /** requests for another look that wait */
  requests: number
  examQuestions: {
    id: string
    slug: string
    title: string
    points: number
    state: string
    variants: number
    problem: string | null
  }[]
  attempts: AttemptRow[]
  waitingReviews: number
  broken: number
}

/** One exam for its staff: who sat it, what waits, what is released, and how its questions stand. */
export function ExamOverview(props: {
  exam: Overview
  locale: string
  zone: string
  t: Translate
  mayRelease: boolean
}) {
  const { exam, locale, zone, t } = props
  return (
    <>
      {exam.state === 'failed' ? <p role="status">{t('staff.failed')}</p> : null}
      {exam.state === 'publishing' ? <p role="status">{t('staff.publishing')}</p> : null}
      <p className="mt-4 flex flex-wrap gap-3">
        {exam.state === 'draft' || exam.state === 'failed' ? (
          <Link href={`/staff/exams/${exam.id}/edit`} prefetch={false} className={primary}>
            {t('builder.goBuild')}
          </Link>
        ) : (
          <Link href={`/staff/exams/${exam.id}/edit`} prefetch={false} className={secondary}>
            {t('builder.goLook')}
          </Link>
        )}
        <Link href={`/staff/exams/${exam.id}/trial`} prefetch={false} className={secondary}>
          {t('builder.navTrial')}
        </Link>
        <Link href={`/staff/exams/${exam.id}/checklist`} prefetch={false} className={secondary}>
          {t('builder.navCheck')}
        </Link>
        <Link href={`/staff/exams/${exam.id}/paper`} prefetch={false} className={secondary}>
          {t('builder.navPaper')}
        </Link>
      </p>
      <p className="mt-4 flex flex-wrap gap-3">
        {exam.state === 'published' ? (
          <>
            <Link href={`/staff/exams/${exam.id}/running`} prefetch={false} className={secondary}>
              {t('running.go')}
            </Link>
            <Link href={`/staff/exams/${exam.id}/time`} prefetch={false} className={secondary}>
              {t('running.goTime')}
            </Link>
          </>
        ) : null}
        <Link href={`/staff/exams/${exam.id}/access`} prefetch={false} className={secondary}>
          {t('access.go')}
        </Link>
      </p>
      <StaffSection title={t('staff.results')}>
        <AttemptTable rows={exam.attempts} locale={locale} zone={zone} t={t} />
      </StaffSection>
      <StaffSection title={t('staff.reviews')}>
        <p>{t('staff.reviewsWaiting', { n: exam.waitingReviews })}</p>
        {exam.broken > 0 ? <p className="text-wrong">{t('staff.brokenParts', { n: exam.broken })}</p> : null}
        <p className="mt-4 flex flex-wrap gap-3">
          <Link href={`/staff/exams/${exam.id}/review`} prefetch={false} className={primary}>
            {t('staff.goReview')}
          </Link>
          <Link href={`/staff/exams/${exam.id}/rubrics`} prefetch={false} className={secondary}>
            {t('rubric.go')}
          </Link>
          <Link href={`/staff/exams/${exam.id}/requests`} prefetch={false} className={secondary}>
            {exam.requests > 0 ? t('requests.goN', { n: exam.requests }) : t('requests.go')}
          </Link>
          <Link href={`/staff/exams/${exam.id}/regrade`} prefetch={false} className={secondary}>
            {t('regrade.go')}
          </Link>
          <ReviewLinks examId={exam.id} leads={props.mayRelease} t={t} />
        </p>
      </StaffSection>
      {props.mayRelease ? (
        <StaffSection title={t('staff.release')}>
          <p className="mb-4">{t('staff.releaseNow', { shown: shownInWords(exam.release.shows, t) })}</p>
          <p>
            <Link href={`/staff/exams/${exam.id}/release`} prefetch={false} className={primary}>
              {t('release.go')}
            </Link>
          </p>
        </StaffSection>
      ) : null}
      <StaffSection title={t('staff.questions')}>
        <DataTable
          caption={t('staff.questions')}
          columns={[
            { name: t('staff.question') },
            { name: t('staff.state') },
            { name: t('staff.variants'), numeric: true },
            { name: t('staff.points'), numeric: true },
          ]}
          rows={exam.examQuestions.map((question) => ({
            key: question.id,
            cells: [
              <Link key="title" href={`/staff/questions/${question.slug}`} prefetch={false} className={link}>
                {question.title}
              </Link>,
              <span key="state">
                {t('staff.questionState', { state: question.state })}
                {question.problem ? <span className="block text-wrong">{question.problem}</span> : null}
              </span>,
              question.variants,
              question.points,
            ],
          }))}
        />
      </StaffSection>
    </>
  )
}
