import type { Metadata } from 'next'
import { defaultLocale, messagesIn, pickMessages } from '../../../components/messages/catalogue.ts'
import { MessagesProvider } from '../../../components/messages/provider.tsx'
import { SignInForm } from '../../../components/site/sign-in-form.tsx'
import { signInChoices } from '../../../lib/auth/providers.ts'
import { requestSettings } from '../../request.ts'

export const metadata: Metadata = { title: messagesIn(defaultLocale)('signIn.title') }

interface Props {
  searchParams: Promise<{ callbackUrl?: string | string[]; error?: string | string[] }>
}

export default async function SignInPage({ searchParams }: Props) {
  const [{ locale }, { callbackUrl, error }] = await Promise.all([requestSettings(), searchParams])
  const t = messagesIn(locale)
  return (
    <main id="content" className="mx-auto max-w-md px-5 py-16 sm:py-24">
      <h1 className="text-title font-semibold">{t('signIn.title')}</h1>
      <MessagesProvider locale={locale} messages={pickMessages(locale, ['signIn'])}>
        <SignInForm target={ownAddress(callbackUrl)} error={one(error)} other={signInChoices().oidc} />
      </MessagesProvider>
    </main>
  )
}

function one(value: string | string[] | undefined): string | null {
  return typeof value === 'string' ? value : null
}

/** Only an address of this site: the parameter comes from outside. Full addresses are cut down to their path. */
function ownAddress(given: string | string[] | undefined): string {
  const base = 'http://own.invalid'
  const address = one(given) ?? '/exams'
  if (!URL.canParse(address, base)) return '/exams'
  const { pathname, search } = new URL(address, base)
  return pathname.startsWith('//') || pathname === '/' ? '/exams' : pathname + search
}
