'use client'
import { lazy, Suspense, useCallback, useEffect, useMemo, useState, useSyncExternalStore } from 'react'
import { patient } from '../fields/patient.ts'
import { useMessages } from '../messages/provider.tsx'
import { Growing } from '../paper/growing.tsx'
import { partsOf } from '../paper/parts.ts'
import { primary, secondary } from '../site/buttons.ts'
import { AllAnnouncements, News } from './announcements/announcements.tsx'
import { useAnnouncements } from './announcements/use-announcements.ts'
import type { ExamPaper } from './attempt.ts'
import { StandingClock } from './break/standing-clock.tsx'
import { useChecks } from './checks/use-checks.ts'
import { Clock } from './clock.tsx'
import type { SaveEngine } from './engine/save-engine.ts'
import type { ServerClock } from './engine/server-clock.ts'
import { readOnly } from './engine/status.ts'
import { NextQuestion } from './forward/next-question.tsx'
import { frame } from './frame.ts'
import { KeptOffer } from './kept/kept-offer.tsx'
import { useSeal } from './kept/use-seal.ts'
import { useTidyDevice } from './kept/use-tidy-device.ts'
import { Counted, Navigator } from './navigator.tsx'
import { usePulse } from './pulse/use-pulse.ts'
import { Question } from './question.tsx'
import { SaveState } from './save-state.tsx'
import { SectionHead } from './section-head.tsx'
import { SignInAgain } from './sign-in-again/sign-in-again.tsx'
import { spread } from './spread.ts'
import { StandingBanner } from './standing-banner.tsx'
import type { OneTab } from './tabs/one-tab.ts'
import { useProgress } from './use-progress.ts'
import { DeadlineWarning } from './warnings/deadline-warning.tsx'
import { WarningSwitch } from './warnings/warning-switch.tsx'

const SubmitDialog = lazy(patient(() => import('./submit-dialog.tsx')))
const BreakCover = lazy(patient(() => import('./break/break-cover.tsx')))

interface Props {
  attemptId: string
  paper: ExamPaper
  engine: SaveEngine
  clock: ServerClock
  tab: OneTab
  resultPage: string
}

/** After the deadline the page asks this often whether the attempt was closed, in milliseconds. */
const closingPoll = 2000

/** The exam: a bar with clock and save state, the list of questions, the questions, and the end. */
export function ExamSheet({ attemptId, paper, engine, clock, tab, resultPage }: Props) {
  const { t } = useMessages()
  const status = useSyncExternalStore(engine.subscribe, engine.status, engine.status)
  const progress = useProgress(engine, paper.questions)
  const during = usePulse(attemptId, engine)
  const { all: announcements, readUpTo, putAside } = useAnnouncements(attemptId, during.announcements)
  const seal = useSeal(attemptId)
  const checks = useChecks(attemptId, engine, paper.checks)
  useTidyDevice(attemptId)
  const { first, count, questions } = paper
  // where questions are sat one at a time, the others come when this one is left
  const last = first + questions.length > count
  // by their numbers: those that were left are not here
  const slugs = [...Array.from({ length: first - 1 }, () => ''), ...questions.map(({ slug }) => slug)]
  const [complete, setComplete] = useState(false)
  const [timeUp, setTimeUp] = useState(false)
  const [submitting, setSubmitting] = useState(false)
  // what this device has and the server has not, or not in its place
  const keeps = status.unsaved + status.late + status.replaced > 0 && (timeUp || readOnly.has(status.standing))
  const over = timeUp && status.standing === 'open'
  const closed = status.standing === 'closed'
  const locked =
    timeUp || during.onBreak || readOnly.has(status.standing) || ['other-person', 'refused'].includes(status.standing)

  const parts = useMemo(() => paper.questions.map(({ nodes }) => partsOf(nodes)), [paper])
  const sections = paper.questions.map((question, index) => {
    const ends = parts[index] ?? []
    const head = paper.sections.find((section) => section.first === first + index)
    const draw = (drawn: number) => (
      <>
        {head && <SectionHead {...head} />}
        <Question
          engine={engine}
          attemptId={attemptId}
          question={question}
          number={first + index}
          locked={locked}
          length={ends[drawn - 1] ?? question.nodes.length}
          checks={checks}
        />
      </>
    )
    return { parts: ends.length, draw }
  })

  const onComplete = useCallback(() => setComplete(true), [])
  const onTimeUp = useCallback(() => {
    setTimeUp(true)
    // well within the grace that every exam has for saves under way
    spread(() => engine.flush())
  }, [engine])
  useEffect(() => {
    const now = clock.now()
    if (status.deadline !== null && now !== null && status.deadline > now) setTimeUp(false)
  }, [status.deadline, clock])
  useEffect(() => {
    if (!over) return
    const polling = setInterval(() => void engine.refresh(), closingPoll * (1 + Math.random()))
    return () => clearInterval(polling)
  }, [over, engine])

  return (
    <>
      <header className={frame.bar}>
        <div className={frame.barInner}>
          <span className="min-w-0 grow basis-40 truncate font-serif text-body font-semibold max-sm:hidden">
            {paper.exam.title}
          </span>
          <SaveState engine={engine} status={status} />
          {during.onBreak ? (
            <StandingClock left={during.left} />
          ) : (
            !closed && <Clock clock={clock} deadline={status.deadline} onTimeUp={onTimeUp} />
          )}
          {last && (
            <button
              type="button"
              className={`${secondary} ml-auto print:hidden`}
              disabled={locked}
              onClick={() => setSubmitting(true)}
            >
              {t('sitting.submit')}
            </button>
          )}
        </div>
        <StandingBanner
          engine={engine}
          tab={tab}
          status={status}
          timeUp={timeUp}
          resultPage={resultPage}
          kept={keeps && <KeptOffer engine={engine} attemptId={attemptId} questions={paper.questions} seal={seal} />}
        />
        <DeadlineWarning clock={clock} deadline={closed ? null : status.deadline} onBreak={during.onBreak} />
        <News all={announcements} slugs={slugs} readUpTo={readUpTo} onRead={putAside} />
      </header>
      {during.onBreak && (
        <Suspense fallback={null}>
          <BreakCover left={during.left} />
        </Suspense>
      )}
      <div className={frame.body} hidden={during.onBreak}>
        <aside className={frame.side}>
          <details className="interface border-b border-rule py-1 lg:hidden">
            <summary className="flex min-h-10 items-center gap-3">
              <span className="font-semibold">{t('sitting.questions')}</span>
              <span className="text-soft">
                <Counted all={progress} />
              </span>
            </summary>
            <Navigator all={progress} first={first} />
            {status.deadline !== null && <WarningSwitch />}
          </details>
          <div className="max-lg:hidden">
            <Navigator all={progress} first={first} />
            {status.deadline !== null && <WarningSwitch />}
          </div>
        </aside>
        <main id="content" className={frame.sheet}>
          <h1 className="pt-10 pb-8 text-title font-semibold">{paper.exam.title}</h1>
          <AllAnnouncements attemptId={attemptId} all={announcements} slugs={slugs} />
          <Growing onComplete={onComplete} sections={sections} />
          {!last && complete && (
            <NextQuestion
              engine={engine}
              attemptId={attemptId}
              questions={questions}
              number={first}
              count={count}
              locked={locked}
            />
          )}
          <section
            aria-labelledby="the-end"
            hidden={!complete || !last}
            className="border-t-2 border-ink py-10 print:hidden"
          >
            <h2 id="the-end" className="text-lead font-semibold">
              {t('sitting.end', { mode: paper.exam.mode })}
            </h2>
            <p className="interface mt-1 mb-5 text-soft">
              <Counted all={progress} />
            </p>
            <button type="button" className={primary} disabled={locked} onClick={() => setSubmitting(true)}>
              {t('sitting.submit')}
            </button>
          </section>
        </main>
      </div>
      <SignInAgain engine={engine} standing={status.standing} />
      {submitting && (
        <Suspense fallback={null}>
          <SubmitDialog
            engine={engine}
            mode={paper.exam.mode}
            questions={paper.questions}
            first={first}
            resultPage={resultPage}
            onClose={() => setSubmitting(false)}
          />
        </Suspense>
      )}
    </>
  )
}
