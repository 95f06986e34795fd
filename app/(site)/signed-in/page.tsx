import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { defaultLocale, messagesIn } from '../../../components/messages/catalogue.ts'
import { SignedIn } from '../../../components/sitting/sign-in-again/signed-in.tsx'
import { currentPrincipal } from '../../../lib/auth/current.ts'
import { requestSettings } from '../../request.ts'

export const metadata: Metadata = { title: messagesIn(defaultLocale)('signInAgain.doneTitle') }

/** Where signing in ends in a window that was opened from an exam. */
export default async function SignedInPage() {
  const [{ locale }, principal] = await Promise.all([requestSettings(), currentPrincipal()])
  if (!principal) redirect(`/sign-in?callbackUrl=${encodeURIComponent('/signed-in')}`)
  const t = messagesIn(locale)
  return (
    <main id="content" className="mx-auto max-w-md px-5 py-16 sm:py-24">
      <h1 className="text-title font-semibold">{t('signInAgain.doneTitle')}</h1>
      <p className="mt-4">{t('signInAgain.doneText', { name: principal.name })}</p>
      <p className="mt-2 text-soft">{t('signInAgain.doneClose')}</p>
      <SignedIn />
    </main>
  )
}
