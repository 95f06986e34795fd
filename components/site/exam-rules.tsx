import type { ReactNode } from 'react'
import type { PaperNode } from '../../grader/answers/paper.ts'
import type { Access } from '../access/access.ts'
import { AccessText } from '../access/access-text.tsx'
import { SafeBrowserGate } from '../access/safe-browser-gate.tsx'
import { messagesIn, pickMessages, type Translate } from '../messages/catalogue.ts'
import { MessagesProvider } from '../messages/provider.tsx'
import { Paper } from '../paper/paper.tsx'
import { link, primary } from './buttons.ts'
import type { ListedExam } from './exam-list.tsx'
import { NoCopyWarning } from './no-copy-warning.tsx'
import { OwnAttempts } from './own-attempts.tsx'
import { StartButton } from './start-button.tsx'
import { printTime } from './times.ts'

/** What a student must know before starting. */
export interface ExamFacts extends ListedExam {
  durationSeconds: number | null
  instructionNodes: PaperNode[] | null
  questions: number
  points: number
  accommodation: { extraSeconds: number } | null
  syncGraceSeconds: number
  release: 'at-once' | 'by-staff'
  /** null: as many as one likes */
  attemptsAllowed: number | null
  attemptCounts: 'last' | 'best'
  navigation: 'free' | 'forward'
  /** how often each question may be checked; 0: not at all, null: as often as one likes */
  checks: number | null
}

interface Props {
  locale: string
  zone: string
  exam: ExamFacts
  access: Access
}

/** The front page of an exam: its rules as they are for this student, and the way in. */
export function ExamRules({ locale, zone, exam, access }: Props) {
  const t = messagesIn(locale)
  const { state } = exam
  const sits = state === 'open' || state === 'in-progress' || exam.next !== null
  const minutes = (seconds: number) => Math.round(seconds / 60)
  const window = windowText(t, exam, (iso) => printTime(iso, locale, zone))
  return (
    <main id="content" className="mx-auto max-w-3xl px-4 py-12 sm:px-6 sm:py-16">
      <p className="eyebrow">{exam.course.title}</p>
      <h1 className="mt-1 text-title font-semibold">{exam.title}</h1>
      <p className="mt-2 text-soft">{t('start.facts', { questions: exam.questions, points: exam.points })}</p>
      {exam.instructionNodes && exam.instructionNodes.length > 0 && (
        <div className="mt-8 max-w-measure">
          <Paper nodes={exam.instructionNodes} />
        </div>
      )}
      <h2 className="mt-12 border-b border-ink pb-1.5 text-lead font-semibold">{t('start.rules')}</h2>
      <dl>
        <Rule name={t('start.time')}>
          {exam.durationSeconds === null
            ? t('start.timeFree')
            : t('start.timeLimited', { minutes: minutes(exam.durationSeconds) })}{' '}
          {exam.accommodation && t('start.extra', { minutes: minutes(exam.accommodation.extraSeconds) })}
        </Rule>
        <Rule name={t('start.window')}>{window}</Rule>
        {(access.code || access.networks || access.safeBrowser) && (
          <Rule name={t('access.rule')}>
            <AccessText t={t} access={access} />
          </Rule>
        )}
        {exam.attemptsAllowed !== 1 && (
          <Rule name={t('quiz.rule')}>
            {t('quiz.attempts', { n: exam.attemptsAllowed ?? 0, counts: exam.attemptCounts })} {t('quiz.newQuestions')}
          </Rule>
        )}
        {exam.checks !== 0 && <Rule name={t('quiz.practice')}>{t('quiz.checks', { n: exam.checks ?? 0 })}</Rule>}
        {exam.navigation === 'forward' && <Rule name={t('quiz.navigation')}>{t('quiz.oneByOne')}</Rule>}
        <Rule name={t('start.saving')}>{t('start.savingText')}</Rule>
        <Rule name={t('start.submitting')}>{t('start.submittingText')}</Rule>
        <Rule name={t('start.deadline')}>
          {t('start.deadlineText')} {t('start.syncGrace', { seconds: exam.syncGraceSeconds })}
        </Rule>
        <Rule name={t('start.release')}>
          {exam.release === 'at-once' ? t('start.releaseAtOnce') : t('start.releaseByStaff')}
        </Rule>
      </dl>
      {exam.attemptsAllowed !== 1 && exam.attempts.length > 0 && (
        <OwnAttempts t={t} attempts={exam.attempts} points={exam.points} time={(iso) => printTime(iso, locale, zone)} />
      )}
      <div className="mt-10 flex flex-wrap items-center gap-x-6 gap-y-4">
        <MessagesProvider locale={locale} messages={pickMessages(locale, ['access', 'quiz', 'start'])}>
          {sits && <NoCopyWarning />}
          <SafeBrowserGate examId={exam.id} access={access} needed={sits}>
            <WayIn t={t} exam={exam} asksCode={access.code} />
          </SafeBrowserGate>
        </MessagesProvider>
        <a className={`${link} interface inline-flex min-h-7 items-center`} href="/exams">
          {t('start.back')}
        </a>
      </div>
    </main>
  )
}

function WayIn({ t, exam, asksCode }: { t: Translate; exam: ExamFacts; asksCode: boolean }) {
  const { state, attemptId } = exam
  if (state === 'open') return <StartButton examId={exam.id} asksCode={asksCode} />
  if (state === 'upcoming') return <p className="font-semibold">{t('start.notYet')}</p>
  if (attemptId === null) return <p className="font-semibold">{t('start.missed')}</p>
  const going = state === 'in-progress'
  if (exam.next !== null) return <StartButton examId={exam.id} asksCode={asksCode} number={exam.next} />
  return (
    <a className={primary} href={going ? `/attempts/${attemptId}` : `/attempts/${attemptId}/result`}>
      {going ? t('start.goOn') : t('start.seeResult')}
    </a>
  )
}

function Rule({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className="grid gap-x-6 border-b border-rule py-3 sm:grid-cols-[9rem_1fr]">
      <dt className="interface pt-0.5 font-semibold">{name}</dt>
      <dd>{children}</dd>
    </div>
  )
}

function windowText(t: Translate, { opensAt, closesAt }: ExamFacts, time: (iso: string) => string): string {
  if (opensAt !== null && closesAt !== null)
    return t('start.windowBoth', { opens: time(opensAt), closes: time(closesAt) })
  if (opensAt !== null) return t('start.windowOpens', { opens: time(opensAt) })
  return closesAt === null ? t('start.windowNone') : t('start.windowCloses', { closes: time(closesAt) })
}
