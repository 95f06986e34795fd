import type { Metadata } from 'next'
import { defaultLocale, messagesIn, pickMessages } from '../../../components/messages/catalogue.ts'
import { MessagesProvider } from '../../../components/messages/provider.tsx'
import { JoinForm } from '../../../components/people/join/join-form.tsx'
import { requestSettings } from '../../request.ts'

export const metadata: Metadata = { title: messagesIn(defaultLocale)('people.join') }

export default async function JoinPage() {
  const { locale } = await requestSettings()
  const t = messagesIn(locale)
  return (
    <main id="content" className="mx-auto max-w-md px-5 py-16 sm:py-24">
      <h1 className="text-title font-semibold">{t('people.join')}</h1>
      <p className="mt-3 text-soft">{t('people.joinLead')}</p>
      <MessagesProvider locale={locale} messages={pickMessages(locale, ['people', 'staff'])}>
        <JoinForm />
      </MessagesProvider>
    </main>
  )
}
