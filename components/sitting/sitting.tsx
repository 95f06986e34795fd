'use client'
import { startTransition, useEffect, useState } from 'react'
import { useMessages } from '../messages/provider.tsx'
import { Notice } from '../site/notice.tsx'
import { browserEngine, type Opening, openAttempt } from './attempt.ts'
import { ExamSheet } from './exam-sheet.tsx'
import { Skeleton } from './skeleton.tsx'
import { useEngine } from './use-engine.ts'

/** Opens an attempt in a page that was the same for everybody: paper and answers come over the exam's own routes. */
export function Sitting({ attemptId }: { attemptId: string }) {
  const { t } = useMessages()
  const [{ engine, clock, tab }] = useState(() => browserEngine(attemptId))
  const [opening, setOpening] = useState<Opening | null>(null)
  const resultPage = `/attempts/${attemptId}/result`
  useEngine(engine, opening?.phase === 'ready')

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    let current = true
    const open = async (attempt: number) => {
      const next = await openAttempt(attemptId, engine, tab)
      if (!current) return
      if (next.phase === 'ready' && next.over) return location.replace(resultPage)
      startTransition(() => setOpening(next))
      if (next.phase === 'waiting') timer = setTimeout(() => open(attempt + 1), 1000 + Math.random() * 1000 * attempt)
    }
    void open(1)
    return () => {
      current = false
      clearTimeout(timer)
    }
  }, [attemptId, engine, tab, resultPage])

  if (opening?.phase === 'ready') {
    return (
      <ExamSheet
        attemptId={attemptId}
        paper={opening.paper}
        engine={engine}
        clock={clock}
        tab={tab}
        resultPage={resultPage}
      />
    )
  }
  if (opening?.phase === 'signed-out') {
    const back = `/sign-in?callbackUrl=${encodeURIComponent(`/attempts/${attemptId}`)}`
    return (
      <Notice
        title={t('sitting.signedOut')}
        text={t('sitting.signInToGoOn')}
        href={back}
        action={t('sitting.signIn')}
      />
    )
  }
  if (opening?.phase === 'refused') {
    return <Notice title={t('sitting.cannotOpen')} text={opening.message} href="/exams" action={t('sitting.toExams')} />
  }
  return <Skeleton waiting={opening?.phase === 'waiting'} />
}
