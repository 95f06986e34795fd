import '../../fonts/math.css'
import type { ReactNode } from 'react'
import { pickMessages } from '../../../components/messages/catalogue.ts'
import { MessagesProvider } from '../../../components/messages/provider.tsx'
import { requestSettings } from '../../request.ts'

export default async function AttemptLayout({ children }: { children: ReactNode }) {
  const { locale } = await requestSettings()
  return (
    <MessagesProvider
      locale={locale}
      messages={pickMessages(locale, [
        'during',
        'fields',
        'pages',
        'quiz',
        'saving',
        'signInAgain',
        'site',
        'sitting',
        'upload',
        'verdict',
      ])}
    >
      {children}
    </MessagesProvider>
  )
}
