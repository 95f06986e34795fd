'use client'
import { lazy, memo, Suspense, useSyncExternalStore } from 'react'
import type { PaperQuestion } from '../../grader/answers/paper.ts'
import { flagKey, questionId } from '../fields/ids.ts'
import { standsInLine } from '../fields/in-line.ts'
import { patient } from '../fields/patient.ts'
import { useMessages } from '../messages/provider.tsx'
import { Paper } from '../paper/paper.tsx'
import { QuestionHead } from '../paper/question-head.tsx'
import { useWideMath } from '../paper/use-wide-math.ts'
import { quiet } from '../site/buttons.ts'
import type { ChecksDesk } from './checks/checks-desk.ts'
import type { SaveEngine } from './engine/save-engine.ts'
import { LiveField } from './live-field.tsx'

const QuestionCheck = lazy(
  patient(async () => ({ default: (await import('./checks/question-check.tsx')).QuestionCheck })),
)

interface Props {
  engine: SaveEngine
  attemptId: string
  question: PaperQuestion
  number: number
  locked: boolean
  /** how many of its nodes are there yet */
  length: number
  /** of a quiz */
  checks: ChecksDesk | null
}

/** A question with its answer fields. */
export const Question = memo(function Question(props: Props) {
  const { engine, attemptId, question, number, locked, length, checks } = props
  const { slug, fields, nodes } = question
  return (
    <section
      ref={useWideMath()}
      id={questionId(slug)}
      aria-labelledby={`${questionId(slug)}-title`}
      className="border-t border-rule py-10"
    >
      <QuestionHead id={`${questionId(slug)}-title`} number={number} title={question.title} points={question.points}>
        <Flag engine={engine} slug={slug} number={number} locked={locked} />
      </QuestionHead>
      <Paper
        nodes={length < nodes.length ? nodes.slice(0, length) : nodes}
        inLine={(name) => standsInLine(fields.find((one) => one.name === name))}
        drawField={(name, alone) => {
          const field = fields.find((one) => one.name === name)
          if (!field) return null
          return (
            <LiveField
              engine={engine}
              attemptId={attemptId}
              slug={slug}
              field={field}
              alone={alone}
              locked={locked}
              checks={checks}
            />
          )
        }}
      />
      {checks && length >= nodes.length && (
        <Suspense fallback={<div className="min-h-14" />}>
          <QuestionCheck desk={checks} slug={slug} locked={locked} />
        </Suspense>
      )}
    </section>
  )
})

/** A student's own note to come back to a question. */
function Flag({ engine, slug, number, locked }: { engine: SaveEngine; slug: string; number: number; locked: boolean }) {
  const { t } = useMessages()
  const key = flagKey(slug)
  const read = () => engine.shown(key)
  const { value } = useSyncExternalStore(engine.subscribe, read, read)
  const on = value?.kind === 'flag' && value.on
  return (
    <button
      type="button"
      className={`${quiet} ${on ? 'border-accent text-accent' : 'border-transparent text-soft'}`}
      aria-pressed={on}
      aria-label={t('sitting.flagQuestion', { number })}
      disabled={locked}
      onClick={() => engine.edit(key, { kind: 'flag', on: !on })}
    >
      <span aria-hidden="true">{on ? '⚑' : '⚐'}</span>
      {on ? t('sitting.flagged') : t('sitting.flag')}
    </button>
  )
}
