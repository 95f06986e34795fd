'use client'
import { useCallback, useEffect, useState } from 'react'
import { askAgainAfter, askDesk, type FullAudit, type SmallAudit } from '../desk/desk.ts'

const rest = 700
const every = 500

/** The audit of a small pool of the text as it is; the last one stays while the next is made. */
export function useSmallAudit(text: string | null, about: { slug: string; tab: string }) {
  const [audit, setAudit] = useState<SmallAudit | null>(null)
  const [working, setWorking] = useState(false)
  const [tries, setTries] = useState(0)
  const { slug, tab } = about

  // biome-ignore lint/correctness/useExhaustiveDependencies: a try is a reason to ask again
  useEffect(() => {
    if (text === null) return setWorking(false)
    const stop = new AbortController()
    setWorking(true)
    let timer = setTimeout(async () => {
      const asked = await askDesk('audit', { source: text, slug, tab }, stop.signal)
      if (stop.signal.aborted) return
      if (asked.ok) {
        setAudit(asked.answer)
        setWorking(false)
        return
      }
      const after = askAgainAfter(asked.why)
      if (after === null) setWorking(false)
      else timer = setTimeout(() => setTries((n) => n + 1), after)
    }, rest)
    return () => {
      stop.abort()
      clearTimeout(timer)
    }
  }, [text, slug, tab, tries])

  return { audit, working }
}

export type WholeAudit = ReturnType<typeof useFullAudit>

/** The whole audit, asked for by hand, with how far it is. Nothing is kept of it: publishing makes its own. */
export function useFullAudit(text: string) {
  const [audit, setAudit] = useState<FullAudit | null>(null)
  const [refusal, setRefusal] = useState<string | null>(null)
  const running = audit?.state === 'waiting' || audit?.state === 'running'
  const id = audit?.auditId

  useEffect(() => {
    if (!running || !id) return
    const timer = setInterval(async () => {
      const asked = await askDesk<'audits'>(`audits/${id}`, null)
      if (asked.ok) setAudit(asked.answer)
      // a desk that was started anew knows nothing of it
      else if (asked.why === 'refused') setAudit((last) => last && { ...last, state: 'failed', problem: null })
    }, every)
    return () => clearInterval(timer)
  }, [running, id])

  const start = useCallback(async () => {
    setRefusal(null)
    const asked = await askDesk('audits', { source: text })
    if (asked.ok) setAudit(asked.answer)
    else setRefusal(asked.message ?? '')
  }, [text])
  const stop = useCallback(async () => {
    const asked = await askDesk<'audits'>(`audits/${id}/stop`, {})
    if (asked.ok) setAudit(asked.answer)
  }, [id])
  return { audit, running, refusal, start, stop }
}
