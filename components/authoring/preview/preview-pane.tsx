'use client'
import { AnswerField } from '../../fields/answer-field.tsx'
import { standsInLine } from '../../fields/in-line.ts'
import { useMessages } from '../../messages/provider.tsx'
import { Paper } from '../../paper/paper.tsx'
import { useWideMath } from '../../paper/use-wide-math.ts'
import { type Filling, fitting } from './fill-in.ts'
import { FillMenu } from './fill-menu.tsx'
import { GradedList } from './graded-list.tsx'
import { SeedForm } from './seed-form.tsx'
import type { Graded } from './use-graded.ts'
import type { Answers, Previewed } from './use-preview.ts'

interface Props {
  previewed: Previewed
  /** the text has changed since, and cannot be read */
  stale: boolean
  seed: string
  onSeed(seed: string): void
  answers: Answers
  onAnswers(answers: Answers): void
  filling: Filling | null
  onFill(filling: Filling): void
  graded: Graded
}

/** The page as a student gets it, with the numbers of a seed, answerable and graded. */
export function PreviewPane({ previewed, stale, seed, onSeed, answers, onAnswers, filling, onFill, graded }: Props) {
  const { t } = useMessages()
  const { preview, working, problem } = previewed
  return (
    <div aria-busy={working}>
      <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2">
        <SeedForm seed={seed} onSeed={onSeed} />
        {preview && <FillMenu preview={preview} filling={filling} onFill={onFill} />}
      </div>
      <p role="status" className="interface mt-3 text-fine text-soft">
        {stale && preview ? <span className="text-caution">{t('authoring.stale')}</span> : null}
        {!stale && working && t('authoring.drawing')}
        {!stale && !working && preview && t(seedNotes[preview.shown], { seed: preview.seed, asked: seed })}
      </p>
      {problem !== null && !stale && (
        <p className="interface mt-2 text-wrong">{t('authoring.previewFailed', { reason: problem })}</p>
      )}
      {!preview && <p className="mt-8 text-soft">{t('authoring.nothingYet')}</p>}
      {preview && (
        <div className={stale ? 'opacity-60' : ''}>
          {preview.audit && preview.audit.reasons.length > 0 && (
            <ul className="interface mt-2 border-l-2 border-line pl-3 text-fine text-soft">
              {preview.audit.reasons.map((reason) => (
                <li key={reason}>{reason}</li>
              ))}
            </ul>
          )}
          <StudentPage preview={preview} answers={answers} onAnswers={onAnswers} />
          <GradedList graded={graded} />
        </div>
      )}
    </div>
  )
}

const seedNotes = {
  asked: 'authoring.seedShown',
  found: 'authoring.seedFound',
  refused: 'authoring.seedRefused',
  none: 'authoring.nothingYet',
} as const

function StudentPage(props: {
  preview: NonNullable<Previewed['preview']>
  answers: Answers
  onAnswers: (answers: Answers) => void
}) {
  const { answers, onAnswers } = props
  const { paper, seed } = props.preview
  const typed = fitting(answers, paper)
  return (
    <div ref={useWideMath()} className="mt-5" data-preview={seed}>
      <Paper
        nodes={paper.nodes}
        inLine={(name) => standsInLine(paper.fields.find((one) => one.name === name))}
        drawField={(name, alone) => {
          const field = paper.fields.find((one) => one.name === name)
          if (!field) return null
          return (
            <AnswerField
              key={`${seed}.${field.kind}`}
              slug={paper.slug}
              field={field}
              value={typed[name] ?? null}
              alone={alone}
              disabled={false}
              onChange={(value) => onAnswers({ ...typed, [name]: value })}
              onLeave={() => {}}
            />
          )
        }}
      />
    </div>
  )
}
