'use client'
import { type FormEvent, useState } from 'react'
import { useMessages } from '../../messages/provider.tsx'
import { link, primary } from '../../site/buttons.ts'
import { postToNextAuth } from '../../site/next-auth.ts'
import { sendJson } from '../../staff/send-json.ts'
import { keepCode } from './kept-code.ts'
import { NewPassword } from './new-password.tsx'

export interface Looked {
  course: string
  name: string
  email: string
  role: string
  signedInAs: string | null
  account: 'new' | 'there' | 'impossible'
}

interface Joined {
  course: string
  email: string
  made: boolean
}

/** What a code opens, and the two ways through: the account one is signed in with, or a new one. */
export function Joining({ code, looked }: { code: string; looked: Looked }) {
  const { t } = useMessages()
  const { course, name, email, role, signedInAs, account } = looked
  const [joined, setJoined] = useState<Joined | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)

  async function join(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const password = signedInAs ? null : String(new FormData(event.currentTarget).get('password'))
    setBusy(true)
    setProblem(null)
    const sent = await sendJson('/api/join', { code, password })
    if (sent.ok) {
      const done = sent.body as Joined
      if (done.made) await signIn(done.email, password ?? '')
      setJoined(done)
    } else setProblem(sent.message ?? t('people.joinFailed'))
    setBusy(false)
  }
  if (joined)
    return (
      <div className="mt-8 space-y-6">
        <p role="status">{t('people.joined', { course: joined.course })}</p>
        <a className={primary} href="/exams">
          {t('people.toExams')}
        </a>
      </div>
    )
  return (
    <form className="interface mt-8 space-y-5" onSubmit={join}>
      <p>{t('people.invitedTo', { course, role, name, email })}</p>
      <p role="alert" className="border-l-2 border-wrong pl-3 text-wrong empty:hidden">
        {problem}
      </p>
      {signedInAs ? (
        <>
          <button type="submit" className={`${primary} min-h-11 w-full`} disabled={busy}>
            {t('people.joinAs', { name: signedInAs })}
          </button>
          <p className="text-soft">{t('people.joinOther', { name: signedInAs })}</p>
        </>
      ) : account === 'new' ? (
        <NewAccount email={email} busy={busy} />
      ) : (
        <p>{account === 'there' ? t('people.accountThere') : t('people.accountImpossible')}</p>
      )}
      {signedInAs ? null : (
        <p>
          <a
            className={link}
            href={`/sign-in?callbackUrl=${encodeURIComponent('/join')}`}
            onClick={() => keepCode(code)}
          >
            {t('people.haveAccount')}
          </a>
        </p>
      )}
    </form>
  )
}

function NewAccount({ email, busy }: { email: string; busy: boolean }) {
  const { t } = useMessages()
  return (
    <>
      <h2 className="text-lead font-semibold">{t('people.newAccount')}</h2>
      <p className="text-soft">{t('people.newAccountLead', { email })}</p>
      {/* what the browser's password manager keeps the password for */}
      <input type="hidden" name="email" autoComplete="username" value={email} readOnly />
      <NewPassword />
      <button type="submit" className={`${primary} min-h-11 w-full`} disabled={busy}>
        {t('people.makeAccount')}
      </button>
    </>
  )
}

/** The account is there either way: where this fails, its owner signs in by hand. */
async function signIn(email: string, password: string): Promise<void> {
  await postToNextAuth('callback/credentials', { email, password, callbackUrl: '/exams' }).catch(() => null)
}
