'use client'
import { type FormEvent, useEffect, useState } from 'react'
import { useMessages } from '../../messages/provider.tsx'
import { primary } from '../../site/buttons.ts'
import { sendJson } from '../../staff/send-json.ts'
import { CodeInput } from './code-input.tsx'
import { Joining, type Looked } from './joining.tsx'
import { takeCode } from './kept-code.ts'

/** A code, typed or from the link of a mail, and what it opens. */
export function JoinForm() {
  const { t } = useMessages()
  const [code, setCode] = useState('')
  const [looked, setLooked] = useState<Looked | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)
  const failed = t('people.joinFailed')

  async function look(typed: string) {
    setBusy(true)
    setProblem(null)
    const sent = await sendJson('/api/join/look', { code: typed })
    setBusy(false)
    if (sent.ok) setLooked(sent.body as Looked)
    else setProblem(sent.message ?? failed)
  }
  // biome-ignore lint/correctness/useExhaustiveDependencies: the address is read once, when the page is there
  useEffect(() => {
    const known = location.hash.slice(1) || takeCode()
    if (!known) return
    setCode(known)
    void look(known)
  }, [])

  if (looked) return <Joining code={code} looked={looked} />
  return (
    <form
      className="interface mt-8 space-y-5"
      onSubmit={(event: FormEvent) => {
        event.preventDefault()
        void look(code)
      }}
    >
      <p role="alert" className="border-l-2 border-wrong pl-3 text-wrong empty:hidden">
        {problem}
      </p>
      <CodeInput code={code} onCode={setCode} />
      <button type="submit" className={`${primary} min-h-11 w-full`} disabled={busy}>
        {t('people.look')}
      </button>
    </form>
  )
}
