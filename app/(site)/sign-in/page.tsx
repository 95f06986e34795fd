import type { Metadata } from 'next'
import { headers } from 'next/headers'
import { defaultLocale, messagesIn, pickMessages } from '../../../components/messages/catalogue.ts'
import { MessagesProvider } from '../../../components/messages/provider.tsx'
import { SignInForm } from '../../../components/site/sign-in-form.tsx'
import { signInChoices } from '../../../lib/auth/providers.ts'
import { requestSettings } from '../../request.ts'

export const metadata: Metadata = { title: messagesIn(defaultLocale)('signIn.title') }

interface Props {
  searchParams: Promise<{ callbackUrl?: string | string[]; error?: string | string[]; prompt?: string | string[] }>
}

export default async function SignInPage({ searchParams }: Props) {
  const [{ locale }, { callbackUrl, error, prompt }, own] = await Promise.all([
    requestSettings(),
    searchParams,
    headers(),
  ])
  const t = messagesIn(locale)
  return (
    <main id="content" className="mx-auto max-w-md px-5 py-16 sm:py-24">
      <h1 className="text-title font-semibold">{t('signIn.title')}</h1>
      <MessagesProvider locale={locale} messages={pickMessages(locale, ['signIn'])}>
        <SignInForm
          target={ownAddress(callbackUrl, own.get('host'))}
          error={one(error)}
          other={signInChoices().oidc}
          anew={prompt === 'login'}
        />
      </MessagesProvider>
    </main>
  )
}

function one(value: string | string[] | undefined): string | null {
  return typeof value === 'string' ? value : null
}

/** Only an address of this site, as a path: the parameter comes from outside. */
function ownAddress(given: string | string[] | undefined, host: string | null): string {
  const base = `http://${host ?? 'own.invalid'}`
  const address = one(given) ?? ''
  if (!URL.canParse(address, base)) return '/exams'
  const { host: named, pathname, search } = new URL(address, base)
  return named !== new URL(base).host || pathname === '/' ? '/exams' : pathname + search
}
