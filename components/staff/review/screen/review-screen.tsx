'use client'
import dynamic from 'next/dynamic'
import { useEffect, useRef, useState } from 'react'
import { useMessages } from '../../../messages/provider.tsx'
import { answerAddress } from '../addresses.ts'
import { keyOf, type ReviewCard } from '../card.ts'
import { type CommandId, commandIds, commands, itemOf } from '../keys/commands.ts'
import { useBindings } from '../keys/use-bindings.ts'
import { useShortcuts } from '../keys/use-shortcuts.ts'
import { draftPoints } from '../session/draft.ts'
import { isTouched } from '../session/entry.ts'
import { type ReviewApi, reviewApi } from '../session/review-api.ts'
import { AnswerHead } from './answer-head.tsx'
import { AnswerPanel } from './answer-panel.tsx'
import { DecisionPanel } from './decision-panel.tsx'
import { GraderPanel } from './grader-panel.tsx'
import { HistoryPanel } from './history-panel.tsx'
import { LeftBehind } from './left-behind.tsx'
import { PartsPanel } from './parts-panel.tsx'
import { QuestionPanel } from './question-panel.tsx'
import { Standing } from './standing.tsx'
import { TopBar } from './top-bar.tsx'
import { useCommands } from './use-commands.ts'
import { useSession } from './use-session.ts'

const loadPalette = () => import('../keys/palette.tsx')
const Palette = dynamic(loadPalette)
const RubricDialog = dynamic(() => import('../../rubric/rubric-dialog.tsx').then((module) => module.RubricDialog))

export interface ReviewScreenProps {
  examId: string
  /** 'slug.name' */
  field: string
  /** the answer to begin with; null: the next one that waits */
  first: ReviewCard | null
  me: { id: string; name: string }
  zone: string
  title: string
  /** where all parts are */
  back: string
  /** a second look and a calibration see nobody's decisions and keep the address */
  mode?: 'review' | 'second' | 'calibration'
  makeApi?: (examId: string) => ReviewApi
}

/** Answers of one part, one after the other: read, decided and saved without leaving the keyboard or the page. */
export function ReviewScreen(props: ReviewScreenProps) {
  const { examId, field, first, me, zone, title, back, mode = 'review', makeApi = reviewApi } = props
  const { t } = useMessages()
  const [session, snapshot] = useSession({ field, me, first, api: () => makeApi(examId) })
  const [bindings, setBindings] = useBindings()
  const [palette, setPalette] = useState(false)
  const [rubric, setRubric] = useState(false)
  const [question, setQuestion] = useState(false)
  const [hint, setHint] = useState<'undecided' | 'reason' | null>(null)
  const heading = useRef<HTMLHeadingElement>(null)
  const entry = snapshot.phase === 'reading' ? snapshot.entries[snapshot.at] : undefined
  const key = entry && keyOf(entry.card)
  const usual = mode === 'review'
  const run = useCommands(session, back, {
    openPalette: () => setPalette(true),
    editRubric: usual ? () => setRubric(true) : null,
    toggleQuestion: () => setQuestion((open) => !open),
    hint: setHint,
  })
  useShortcuts(bindings, run, palette || rubric)
  // so that it is there when it is called for
  useEffect(() => void loadPalette(), [])

  const [left, setLeft] = useState<readonly string[]>([])
  // of the browser, so not before the page lives
  useEffect(() => setLeft(session.left(snapshot)), [session, snapshot])

  const before = useRef(first ? keyOf(first) : undefined)
  useEffect(() => {
    if (!key || key === before.current) return
    before.current = key
    const card = session.current?.card
    // the address follows, so that a reload or a link leads to the answer that is read
    if (card && usual) history.replaceState(null, '', answerAddress(examId, card.submissionId, card.field))
    heading.current?.focus({ preventScroll: true })
    window.scrollTo({ top: 0 })
  }, [key, usual, examId, session])

  const nameOf = (id: CommandId) => {
    const item = itemOf(id)
    return item === null ? t(commands[id].says) : t('reviewing.doItemNumber', { n: item + 1 })
  }
  const items = entry?.card.rubric.items ?? []
  const possible = commandIds.filter((id) => usual || (id !== 'rubric' && id !== 'back'))
  const all = possible.map((id) => ({ id, says: nameOf(id) }))
  // with the words of the rubric at hand, and nothing for items that it does not have
  const runnable = possible.flatMap((id) => {
    const item = itemOf(id)
    if (item === null) return [{ id, says: nameOf(id) }]
    const says = items[item]?.says
    return says ? [{ id, says: t('reviewing.doItemSays', { n: item + 1, says }) }] : []
  })
  return (
    <>
      <TopBar
        back={back}
        title={title}
        snapshot={snapshot}
        session={session}
        bindings={bindings}
        onPalette={() => setPalette(true)}
      />
      {usual && <LeftBehind submissions={left} addressOf={(one) => answerAddress(examId, one, field)} />}
      {entry ? (
        <div className="grid gap-x-12 gap-y-8 lg:grid-cols-[minmax(0,1fr)_23rem] lg:grid-rows-[auto_1fr]">
          <article key={key} className="min-w-0">
            <AnswerHead entry={entry} examId={examId} heading={heading} grouped={usual} />
            <AnswerPanel card={entry.card} />
            <GraderPanel card={entry.card} />
          </article>
          <div className="min-w-0 lg:sticky lg:top-4 lg:col-start-2 lg:row-span-2 lg:row-start-1 lg:max-h-[calc(100dvh-2rem)] lg:self-start lg:overflow-y-auto lg:px-1">
            <DecisionPanel
              key={key}
              entry={entry}
              bindings={bindings}
              hint={hint}
              onDraft={(change) => {
                setHint(null)
                session.draft(change)
              }}
              onSave={() => run('save')}
              onFull={() => run('full')}
              onZero={() => run('zero')}
              onTakeBack={usual && entry.card.history[0]?.points != null ? () => run('back') : null}
              onEditRubric={usual ? () => setRubric(true) : null}
              examId={examId}
            />
          </div>
          <div className="min-w-0">
            <PartsPanel
              card={entry.card}
              points={isTouched(entry) ? draftPoints(entry.card, entry.draft) : null}
              addressOf={usual ? (part) => answerAddress(examId, entry.card.submissionId, part) : null}
            />
            {usual && <HistoryPanel card={entry.card} zone={zone} />}
            <QuestionPanel card={entry.card} open={question} onToggle={setQuestion} />
          </div>
        </div>
      ) : (
        <Standing examId={examId} snapshot={snapshot} session={session} back={back} />
      )}
      {rubric && (
        <RubricDialog
          examId={examId}
          field={field}
          onClose={() => setRubric(false)}
          onApplied={() => void session.refresh()}
        />
      )}
      {palette && (
        <Palette
          commands={runnable}
          all={all}
          bindings={bindings}
          onRun={(id) => {
            setPalette(false)
            // once the dialog has given the focus back
            setTimeout(() => run(id))
          }}
          onBind={setBindings}
          onClose={() => setPalette(false)}
        />
      )}
    </>
  )
}
