'use client'
import { lazy, Suspense, useState } from 'react'
import type { PaperQuestion } from '../../../grader/answers/paper.ts'
import { patient } from '../../fields/patient.ts'
import { useMessages } from '../../messages/provider.tsx'
import { primary } from '../../site/buttons.ts'
import type { SaveEngine } from '../engine/save-engine.ts'

const LeaveDialog = lazy(patient(() => import('./leave-dialog.tsx')))

interface Props {
  engine: SaveEngine
  attemptId: string
  questions: readonly PaperQuestion[]
  number: number
  count: number
  locked: boolean
}

/** The end of a question that is not the last one, where they are sat one at a time. */
export function NextQuestion({ engine, attemptId, questions, number, count, locked }: Props) {
  const { t } = useMessages()
  const [leaving, setLeaving] = useState(false)
  return (
    <section aria-labelledby="next-question" className="border-t-2 border-ink py-10 print:hidden">
      <h2 id="next-question" className="text-lead font-semibold">
        {t('quiz.questionOf', { number, count })}
      </h2>
      <p className="interface mt-1 mb-5 text-soft">{t('quiz.oneByOne')}</p>
      <button type="button" className={primary} disabled={locked} onClick={() => setLeaving(true)}>
        {t('quiz.next')}
      </button>
      {leaving && (
        <Suspense fallback={null}>
          <LeaveDialog
            engine={engine}
            attemptId={attemptId}
            questions={questions}
            number={number}
            onClose={() => setLeaving(false)}
          />
        </Suspense>
      )}
    </section>
  )
}
