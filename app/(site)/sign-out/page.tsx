import type { Metadata } from 'next'
import { defaultLocale, messagesIn, pickMessages } from '../../../components/messages/catalogue.ts'
import { MessagesProvider } from '../../../components/messages/provider.tsx'
import { SignOutButton } from '../../../components/site/sign-out-button.tsx'
import { requestSettings } from '../../request.ts'

export const metadata: Metadata = { title: messagesIn(defaultLocale)('signIn.signOut') }

export default async function SignOutPage() {
  const { locale } = await requestSettings()
  const t = messagesIn(locale)
  return (
    <main id="content" className="mx-auto max-w-md px-5 py-16 sm:py-24">
      <h1 className="text-title font-semibold">{t('signIn.signOutTitle')}</h1>
      <p className="mt-4 mb-8">{t('signIn.signOutText')}</p>
      <MessagesProvider locale={locale} messages={pickMessages(locale, ['signIn'])}>
        <SignOutButton />
      </MessagesProvider>
    </main>
  )
}
