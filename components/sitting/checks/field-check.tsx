'use client'
import { useSyncExternalStore } from 'react'
import type { Field } from '../../../grader/answers/field.ts'
import type { RawAnswer } from '../../../grader/answers/raw-answer.ts'
import { useMessages } from '../../messages/provider.tsx'
import { Paper } from '../../paper/paper.tsx'
import { typed } from '../../paper/typed.ts'
import { ValueGrid } from '../../result/value-grid.tsx'
import { VerdictBadge } from '../../result/verdict-badge.tsx'
import { sameAnswer } from './check.ts'
import type { ChecksDesk } from './checks-desk.ts'

interface Props {
  desk: ChecksDesk
  slug: string
  field: Field
  value: RawAnswer | null
}

/** What the newest check says of a field, beneath it; where the answer has changed since, that. */
export function FieldCheck({ desk, slug, field, value }: Props) {
  const { t } = useMessages()
  const read = () => desk.read(slug)
  const { newest } = useSyncExternalStore(desk.subscribe, read, read)
  const found = newest?.fields.find(({ name }) => name === field.name)
  if (!newest || !found) return null
  const answer = newest.answers[field.name] ?? null
  if (!sameAnswer(answer, value)) return <p className="mt-1.5 text-soft">{t('quiz.changed')}</p>
  const parts = found.cells && answer?.kind === 'tensor' && found.cells.some((cell) => cell !== found.cells?.[0])
  return (
    <div className="mt-1.5 space-y-1 border-l-2 border-rule pl-3">
      <p className="flex flex-wrap items-baseline gap-x-3">
        <VerdictBadge verdict={found.verdict} />
        {found.earned !== null && (
          <span className="text-soft">{t('verdict.ofShort', { earned: found.earned, points: found.points })}</span>
        )}
      </p>
      {parts && (
        <div>
          <p className="eyebrow">{t('quiz.asChecked')}</p>
          <ValueGrid shape={answer.shape} cells={answer.cells} verdicts={found.cells ?? undefined} />
        </div>
      )}
      {found.message !== null && <p className={typed}>{found.message}</p>}
      {found.said.map((nodes, index) => (
        <div key={index} className="text-ui">
          <Paper nodes={nodes} />
        </div>
      ))}
    </div>
  )
}
