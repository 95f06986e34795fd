'use client'
import { useEffect, useState } from 'react'
import type { PaperNode } from '../../../grader/answers/paper.ts'
import { useMessages } from '../../messages/provider.tsx'
import { Paper } from '../../paper/paper.tsx'
import { typed } from '../../paper/typed.ts'

/** A text as it will be read: fetched, because no math is set in the browser. */
export default function Preview({ markdown }: { markdown: string }) {
  const { t } = useMessages()
  const [set, setSet] = useState<PaperNode[] | 'waiting' | 'failed'>('waiting')
  useEffect(() => {
    const stop = new AbortController()
    fetchPreview(markdown, stop.signal).then(setSet, () => {
      if (!stop.signal.aborted) setSet('failed')
    })
    return () => stop.abort()
  }, [markdown])
  return (
    <section
      aria-label={t('fields.previewOf')}
      aria-live="polite"
      className={`min-h-40 border-b border-line px-3 py-2 ${typed}`}
    >
      {set === 'waiting' && <p className="text-soft italic">{t('fields.previewWaits')}</p>}
      {set === 'failed' && <p className="text-caution">{t('fields.previewFailed')}</p>}
      {Array.isArray(set) &&
        (set.length > 0 ? <Paper nodes={set} /> : <p className="text-soft">{t('fields.nothingYet')}</p>)}
    </section>
  )
}

async function fetchPreview(markdown: string, signal: AbortSignal): Promise<PaperNode[]> {
  if (markdown.trim() === '') return []
  const response = await fetch('/api/exam/v1/preview', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ markdown }),
    signal,
  })
  if (!response.ok) throw new Error(`preview answered ${response.status}`)
  const { nodes } = (await response.json()) as { nodes: PaperNode[] }
  return nodes
}
