'use client'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { useMessages } from '../messages/provider.tsx'
import { sendJson } from '../staff/send-json.ts'

/** What became of one of several questions; refused: why nothing did. */
export interface QuestionResult {
  slug: string
  refused: string | null
}

/** What is said of something that was to be done. */
export interface Said {
  ok: boolean
  text: string
  /** the questions with which it was not done */
  refused: { slug: string; why: string }[]
}

/** Sends something to be done; whether it was, with one question at least. */
export type Act = (path: string, body: unknown, done?: string) => Promise<boolean>

/** With whom it was not done, of those that an answer tells of. */
function refusedIn(answer: unknown): { all: number; refused: Said['refused'] } {
  const { results = [] } = (answer ?? {}) as { results?: QuestionResult[] }
  const refused = results.flatMap(({ slug, refused: why }) => (why === null ? [] : [{ slug, why }]))
  return { all: results.length, refused }
}

/** Does something and shows what became of it; the list is read again where it went well. */
export function useAction(onDone?: () => void) {
  const { t } = useMessages()
  const router = useRouter()
  const [busy, setBusy] = useState(false)
  const [said, setSaid] = useState<Said | null>(null)
  const act: Act = async (path, body, done = t('bank.done')) => {
    setBusy(true)
    setSaid(null)
    const sent = await sendJson(path, body)
    setBusy(false)
    if (sent.ok) {
      const { all, refused } = refusedIn(sent.body)
      const text = refused.length === 0 ? done : t('bank.doneWith', { n: all - refused.length, all })
      setSaid({ ok: refused.length === 0, text, refused })
      onDone?.()
      router.refresh()
      return true
    }
    const text = sent.message ?? t(sent.code === 'unreachable' ? 'bank.unreachable' : 'bank.failed')
    setSaid({ ok: false, text, refused: [] })
    return false
  }
  return { act, busy, said }
}
