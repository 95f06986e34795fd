'use client'
import { useMessages } from '../../messages/provider.tsx'
import { Paper } from '../../paper/paper.tsx'
import { typed } from '../../paper/typed.ts'
import { AnswerShown } from '../../result/answer-shown.tsx'
import { RawAnswerText } from '../raw-answer-text.tsx'
import type { ShownAnswer } from './group.ts'

/** An answer as it reads, in a box of its own that grows no taller than a few lines where it stands among others. */
export function AnswerSample({ shown, short = false }: { shown: ShownAnswer; short?: boolean }) {
  const { t } = useMessages()
  return (
    <div className={`max-w-measure overflow-x-auto ${short ? 'max-h-24 overflow-y-hidden' : ''}`}>
      {shown.nodes ? (
        <div className={`[&>*:first-child]:mt-0 [&>*:last-child]:mb-0 ${typed}`}>
          <Paper nodes={shown.nodes} />
        </div>
      ) : shown.printed && shown.answer ? (
        <AnswerShown field={shown.printed} answer={shown.answer} />
      ) : (
        <RawAnswerText answer={shown.answer} t={t} />
      )}
    </div>
  )
}
