'use client'
import { useEffect, useState } from 'react'
import { useMessages } from '../messages/provider.tsx'
import { mathFonts } from '../paper/math-fonts.ts'
import { RequestsProvider } from '../requests/own/provider.tsx'
import { link } from '../site/buttons.ts'
import { Notice } from '../site/notice.tsx'
import { Skeleton } from '../sitting/skeleton.tsx'
import { PagesAtProvider } from '../upload/pages-at.tsx'
import type { PrintedPerson } from './printed-head.tsx'
import type { ShownResult } from './result.ts'
import { ResultSheet } from './result-sheet.tsx'
import { SolutionsProvider } from './solutions/provider.tsx'

type Answer =
  | { phase: 'ready'; result: ShownResult }
  | { phase: 'grading' }
  | { phase: 'trouble' }
  | { phase: 'refused'; status: number; code: string; message: string }

/** Fetches the result, and again until everything that can be computed is. */
export function ResultPage({ attemptId, person }: { attemptId: string; person: PrintedPerson | null }) {
  const { t } = useMessages()
  const [answer, setAnswer] = useState<Answer | null>(null)
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    let current = true
    const ask = async (time: number) => {
      const [next] = await Promise.all([fetchResult(attemptId), mathFonts()])
      if (!current) return
      setAnswer(next)
      // Grading takes some tens of milliseconds: look soon, then at longer and longer intervals.
      if (next.phase === 'grading' || next.phase === 'trouble') {
        timer = setTimeout(() => ask(time + 1), Math.min(3000, 100 * 1.5 ** time))
      }
    }
    void ask(0)
    return () => {
      current = false
      clearTimeout(timer)
    }
  }, [attemptId])

  const receiptAddress = `/api/exam/v1/attempts/${encodeURIComponent(attemptId)}/receipt`
  if (answer?.phase === 'ready') {
    return (
      <SolutionsProvider address={`/api/exam/v1/attempts/${encodeURIComponent(attemptId)}/solutions`}>
        <RequestsProvider attemptId={attemptId}>
          <PagesAtProvider value={`/api/exam/v1/attempts/${encodeURIComponent(attemptId)}/pages`}>
            <ResultSheet result={answer.result} receiptAddress={receiptAddress} person={person} />
          </PagesAtProvider>
        </RequestsProvider>
      </SolutionsProvider>
    )
  }
  if (answer?.phase === 'refused') {
    if (answer.status === 401) {
      const back = `/sign-in?callbackUrl=${encodeURIComponent(`/attempts/${attemptId}/result`)}`
      return (
        <Notice title={t('sitting.signedOut')} text={t('result.signIn')} href={back} action={t('sitting.signIn')} />
      )
    }
    const held = answer.code === 'not-released'
    const title = held ? t('result.notReleased') : t('result.cannotOpen')
    return (
      <Notice title={title} text={answer.message} href="/exams" action={t('sitting.toExams')}>
        {held && (
          <a className={link} href={receiptAddress} download>
            {t('result.downloadReceipt')}
          </a>
        )}
      </Notice>
    )
  }
  if (answer?.phase === 'grading') return <Notice title={t('result.grading')} text={t('result.gradingText')} />
  return <Skeleton waiting={answer?.phase === 'trouble'} />
}

async function fetchResult(attemptId: string): Promise<Answer> {
  try {
    const response = await fetch(`/api/exam/v1/attempts/${encodeURIComponent(attemptId)}/result`, { cache: 'no-store' })
    const json = (await response.json()) as ShownResult & { error?: { code: string; message: string } }
    if (response.ok) return json.state === 'ready' ? { phase: 'ready', result: json } : { phase: 'grading' }
    if (response.status >= 500 || !json.error) return { phase: 'trouble' }
    return { phase: 'refused', status: response.status, code: json.error.code, message: json.error.message }
  } catch {
    return { phase: 'trouble' }
  }
}
