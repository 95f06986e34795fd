'use client'
import { type FormEvent, useState } from 'react'
import { useMessages } from '../../messages/provider.tsx'
import { primary } from '../../site/buttons.ts'
import { postToNextAuth } from '../../site/next-auth.ts'
import { sendJson } from '../../staff/send-json.ts'
import { CodeInput } from '../join/code-input.tsx'
import { NewPassword } from '../join/new-password.tsx'

/** A code and a new password; whoever has set it is signed in with it. */
export function PasswordForm() {
  const { t } = useMessages()
  const [code, setCode] = useState('')
  const [problem, setProblem] = useState<string | null>(null)
  const [done, setDone] = useState(false)
  const [busy, setBusy] = useState(false)

  async function set(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const password = String(new FormData(event.currentTarget).get('password'))
    setBusy(true)
    setProblem(null)
    const sent = await sendJson('/api/password', { code, password })
    if (sent.ok) {
      setDone(true)
      // where this fails, its owner signs in by hand
      const { email } = sent.body as { email: string }
      const next = await postToNextAuth('callback/credentials', { email, password, callbackUrl: '/exams' }).catch(
        () => null,
      )
      if (next !== null && !next.includes('error=')) location.assign('/exams')
    } else setProblem(sent.message ?? t('people.joinFailed'))
    setBusy(false)
  }
  if (done)
    return (
      <div className="mt-8 space-y-6">
        <p role="status">{t('people.passwordSet')}</p>
        <a className={primary} href="/sign-in">
          {t('people.toSignIn')}
        </a>
      </div>
    )
  return (
    <form className="interface mt-8 space-y-5" onSubmit={set}>
      <p role="alert" className="border-l-2 border-wrong pl-3 text-wrong empty:hidden">
        {problem}
      </p>
      <CodeInput code={code} onCode={setCode} />
      <NewPassword />
      <button type="submit" className={`${primary} min-h-11 w-full`} disabled={busy}>
        {t('people.setPassword')}
      </button>
    </form>
  )
}
