import type { Metadata } from 'next'
import { defaultLocale, messagesIn, pickMessages } from '../../../components/messages/catalogue.ts'
import { MessagesProvider } from '../../../components/messages/provider.tsx'
import { PasswordForm } from '../../../components/people/password/password-form.tsx'
import { requestSettings } from '../../request.ts'

export const metadata: Metadata = { title: messagesIn(defaultLocale)('people.newPassword') }

export default async function PasswordPage() {
  const { locale } = await requestSettings()
  const t = messagesIn(locale)
  return (
    <main id="content" className="mx-auto max-w-md px-5 py-16 sm:py-24">
      <h1 className="text-title font-semibold">{t('people.newPassword')}</h1>
      <p className="mt-3 text-soft">{t('people.newPasswordLead')}</p>
      <MessagesProvider locale={locale} messages={pickMessages(locale, ['people', 'staff'])}>
        <PasswordForm />
      </MessagesProvider>
    </main>
  )
}
