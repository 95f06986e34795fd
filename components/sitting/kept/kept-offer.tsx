'use client'
import { lazy, Suspense, useEffect, useState } from 'react'
import type { PaperQuestion } from '../../../grader/answers/paper.ts'
import { useMessages } from '../../messages/provider.tsx'
import { quiet } from '../../site/buttons.ts'
import type { SaveEngine } from '../engine/save-engine.ts'
import type { Seal } from '../seal.ts'
import { fetchSeal, loadKept } from './use-seal.ts'

const KeptAnswers = lazy(loadKept)

interface Props {
  engine: SaveEngine
  attemptId: string
  questions: readonly PaperQuestion[]
  /** null: not fetched yet, or the server has none */
  seal: Seal | null
}

/** What lies on this device and not with the server can be looked at, copied and saved as a sealed file. */
export function KeptOffer({ engine, attemptId, questions, seal }: Props) {
  const { t } = useMessages()
  const [open, setOpen] = useState(false)
  const [fetched, setFetched] = useState<Seal | null>(null)
  useEffect(() => {
    if (open && !seal) void fetchSeal(attemptId).then(setFetched)
  }, [open, seal, attemptId])
  return (
    <>
      <button type="button" className={quiet} onClick={() => setOpen(true)}>
        {t('saving.keptShow')}
      </button>
      {open && (
        <Suspense fallback={null}>
          <KeptAnswers
            engine={engine}
            attemptId={attemptId}
            questions={questions}
            seal={seal ?? fetched}
            onClose={() => setOpen(false)}
          />
        </Suspense>
      )}
    </>
  )
}
