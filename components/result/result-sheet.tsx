'use client'
import { questionId } from '../fields/ids.ts'
import { useMessages } from '../messages/provider.tsx'
import { Growing } from '../paper/growing.tsx'
import { RequestsNote } from '../requests/own/requests-note.tsx'
import { link } from '../site/buttons.ts'
import { frame } from '../sitting/frame.ts'
import { ClassStatisticsShown } from './class-statistics.tsx'
import { CorrectionsShown } from './corrections-shown.tsx'
import { PointsChanges } from './points-changes.tsx'
import { PrintedFoot, PrintedHead, type PrintedPerson } from './printed-head.tsx'
import { QuestionResult } from './question-result.tsx'
import { ReceiptShown } from './receipt-shown.tsx'
import type { ShownResult } from './result.ts'
import { ShowsProvider } from './shows.tsx'
import { PrintButton } from './solutions/print-button.tsx'
import { roundedPoints } from './values.ts'
import './print.css'

interface Props {
  result: ShownResult
  /** null: there is nothing to be downloaded here */
  receiptAddress: string | null
  /** whose it is, for print */
  person: PrintedPerson | null
  /** within a page that has a heading of its own */
  inPage?: boolean
}

/** The whole result as far as it is released: the total, where it came from, and question by question. */
export function ResultSheet({ result, receiptAddress, person, inPage = false }: Props) {
  const { t } = useMessages()
  const { exam, points, questions, receipt, statistics, changes, corrections, shows } = result
  const Sheet = inPage ? 'div' : 'main'
  const Title = inPage ? 'h2' : 'h1'
  const sections = questions.map((question, index) => {
    const drawn = <QuestionResult key={question.slug} question={question} number={index + 1} />
    return { parts: 1, draw: () => drawn }
  })
  return (
    <ShowsProvider shows={shows}>
      <div className={inPage ? 'flex flex-col gap-x-14 lg:flex-row' : frame.body}>
        <nav aria-label={t('sitting.questions')} className={`interface ${frame.side}`}>
          <ol className="max-lg:hidden">
            {questions.map((question, index) => (
              <li key={question.slug} className="border-b border-rule">
                <a
                  href={`#${questionId(question.slug)}`}
                  className="flex min-h-9 items-baseline gap-2.5 py-1.5 hover:bg-sheet"
                >
                  <span className="w-5 shrink-0 text-right text-soft">{index + 1}</span>
                  <span className="min-w-0 grow">{question.title}</span>
                  <span className="shrink-0 text-soft">
                    {question.earned !== null
                      ? t('verdict.ofShort', { earned: roundedPoints(question.earned), points: question.points })
                      : shows.points
                        ? t('verdict.waitingShort', { points: question.points })
                        : question.points}
                  </span>
                </a>
              </li>
            ))}
          </ol>
        </nav>
        <Sheet id={inPage ? undefined : 'content'} className={`${frame.sheet} result-sheet`}>
          <header className="py-10">
            <p className="eyebrow">{t('result.heading')}</p>
            <Title className="text-title font-semibold">{exam.title}</Title>
            {points ? <Total points={points} /> : <p className="mt-6 text-soft">{t('result.pointsHidden')}</p>}
            {person && <PrintedHead result={result} person={person} />}
            {receipt && <Receipt receipt={receipt} address={receiptAddress} />}
            <RequestsNote />
            <CorrectionsShown notices={corrections} />
            <PointsChanges changes={changes} questions={questions} />
            {statistics && <ClassStatisticsShown statistics={statistics} />}
            <ReceiptShown questions={questions} />
            <PrintButton slugs={questions.flatMap(({ slug, solved }) => (solved.length > 0 ? [slug] : []))} />
          </header>
          <Growing sections={sections} />
          {person && <PrintedFoot result={result} />}
        </Sheet>
      </div>
    </ShowsProvider>
  )
}

function Total({ points }: { points: NonNullable<ShownResult['points']> }) {
  const { t } = useMessages()
  return (
    <>
      <p className="mt-6 flex flex-wrap items-baseline gap-x-4">
        <span className="text-display text-accent tabular-nums">{roundedPoints(points.earned)}</span>
        <span className="text-lead">{t('result.ofPossible', { points: roundedPoints(points.possible) })}</span>
      </p>
      {points.waiting > 0 && <p className="mt-2">{t('result.waiting', { points: roundedPoints(points.waiting) })}</p>}
    </>
  )
}

/** When it was handed in, and on what it was executed. */
function Receipt({ receipt, address }: { receipt: NonNullable<ShownResult['receipt']>; address: string | null }) {
  const { locale, t } = useMessages()
  const { execution } = receipt
  const time = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeStyle: 'short', hourCycle: 'h23' }).format(
    new Date(receipt.frozenAt),
  )
  return (
    <p className="interface mt-6 border-t border-rule pt-3 text-soft">
      {t('result.handedIn', { time, code: receipt.code })}{' '}
      {address && (
        <a className={`${link} print:hidden`} href={address} download>
          {t('result.downloadReceipt')}
        </a>
      )}
      {execution && (
        <>
          {' '}
          {t('result.executed', {
            milliseconds: Math.max(1, Math.round(execution.milliseconds)),
            backend: execution.backend,
            version: execution.tfjs,
          })}
        </>
      )}
    </p>
  )
}
