'use client'
import { type FormEvent, useState } from 'react'
import { useMessages } from '../messages/provider.tsx'
import { link, primary, secondary } from './buttons.ts'
import { postToNextAuth } from './next-auth.ts'

interface Props {
  /** where to go afterwards, a path of this site */
  target: string
  /** next-auth's code of what went wrong before */
  error: string | null
  other: { id: string; name: string } | null
  /** the university is to ask who it is, also where it remembers somebody */
  anew?: boolean
}

const told = {
  CredentialsSignin: 'signIn.CredentialsSignin',
  SessionRequired: 'signIn.SessionRequired',
  AccessDenied: 'signIn.AccessDenied',
  OAuthCallback: 'signIn.OAuthCallback',
} as const

/** E-mail and password, and the university's own way in where there is one. */
export function SignInForm({ target, error, other, anew = false }: Props) {
  const { t } = useMessages()
  const [failure, setFailure] = useState(error)
  const [busy, setBusy] = useState(false)
  const go = async (path: string, fields: Record<string, string>) => {
    setBusy(true)
    setFailure(null)
    try {
      const url = new URL(await postToNextAuth(path, { ...fields, callbackUrl: target }), location.href)
      const refused = url.origin === location.origin ? url.searchParams.get('error') : null
      if (refused === null) return location.assign(url.origin === location.origin ? url.pathname + url.search : url)
      setFailure(refused)
    } catch {
      setFailure('failed')
    }
    setBusy(false)
  }
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    void go('callback/credentials', { email: String(form.get('email')), password: String(form.get('password')) })
  }
  return (
    <>
      <form method="post" className="mt-8 space-y-5" onSubmit={submit}>
        <p role="alert" className="interface border-l-2 border-wrong pl-3 text-wrong empty:hidden">
          {failure !== null && t(failure in told ? told[failure as keyof typeof told] : 'signIn.failed')}
        </p>
        <label className="interface block">
          {t('signIn.email')}
          <input className="ruled mt-1 block h-11 w-full" name="email" type="email" autoComplete="username" required />
        </label>
        <label className="interface block">
          {t('signIn.password')}
          <input
            className="ruled mt-1 block h-11 w-full"
            name="password"
            type="password"
            autoComplete="current-password"
            required
          />
        </label>
        <button type="submit" className={`${primary} min-h-11 w-full`} disabled={busy}>
          {t('signIn.submit')}
        </button>
        <p className="interface text-fine">
          <a className={`${link} inline-flex min-h-6 items-center`} href="/password">
            {t('signIn.forgotten')}
          </a>
        </p>
      </form>
      {other && (
        <>
          <p className="eyebrow my-5 text-center">{t('signIn.or')}</p>
          <button
            type="button"
            className={`${secondary} min-h-11 w-full`}
            disabled={busy}
            onClick={() => void go(`signin/${other.id}${anew ? '?prompt=login' : ''}`, {})}
          >
            {t('signIn.with', { name: other.name })}
          </button>
        </>
      )}
    </>
  )
}
