'use client'
import { type ReactNode, useEffect, useState } from 'react'
import { useMessages } from '../messages/provider.tsx'
import { link, primary } from '../site/buttons.ts'
import type { Access } from './access.ts'
import { safeBrowserKeys } from './seb-interface.ts'

interface Props {
  examId: string
  access: Access
  /** whether there is anything to start or go on with */
  needed: boolean
  /** the way in */
  children: ReactNode
}

type Phase = 'outside' | 'checking' | 'inside' | { refused: string | null }

/** The way into an exam that is taken in Safe Exam Browser: shown there, once it has shown its key; elsewhere how to get there. */
export function SafeBrowserGate({ examId, access, needed, children }: Props) {
  const { t } = useMessages()
  const { safeBrowser, proven, launch } = access
  const asks = safeBrowser && needed && !proven
  const [phase, setPhase] = useState<Phase>(launch ? 'checking' : 'outside')

  useEffect(() => {
    if (!asks || !launch) return
    let current = true
    const show = async () => {
      const keys = await safeBrowserKeys(window)
      const next = keys ? await showKeys(examId, { launch, ...keys }) : 'outside'
      if (current) setPhase(next)
    }
    void show()
    return () => {
      current = false
    }
  }, [asks, examId, launch])

  if (!asks || phase === 'inside') return children
  if (phase === 'checking') return <p role="status">{t('access.checking')}</p>
  if (phase !== 'outside') {
    return (
      <p role="alert" className="interface basis-full text-wrong">
        {phase.refused ?? t('access.noAnswer')}
      </p>
    )
  }
  return (
    <div className="interface flex basis-full flex-col gap-3">
      <p className="flex flex-wrap items-center gap-x-6 gap-y-3">
        <a className={`${primary} min-h-11 px-6`} href={access.settings}>
          {t('access.startInside')}
        </a>
        <a className={link} href={`/api/exam/v1/exams/${examId}/settings.seb`} download>
          {t('access.settings')}
        </a>
      </p>
      <p className="text-soft">{t('access.install')}</p>
    </div>
  )
}

async function showKeys(examId: string, body: object): Promise<Phase> {
  try {
    const response = await fetch(`/api/exam/v1/exams/${encodeURIComponent(examId)}/safe-browser`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    })
    if (response.ok) return 'inside'
    const json = (await response.json()) as { error?: { message?: string } }
    return { refused: json.error?.message ?? null }
  } catch {
    return { refused: null }
  }
}
