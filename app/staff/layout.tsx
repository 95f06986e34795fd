import type { Metadata } from 'next'
import type { ReactNode } from 'react'
import { defaultLocale, messagesIn, pickMessages } from '../../components/messages/catalogue.ts'
import { MessagesProvider } from '../../components/messages/provider.tsx'
import { SiteFrame } from '../../components/site/site-frame.tsx'
import { currentPrincipal } from '../../lib/auth/current.ts'
import { requestSettings } from '../request.ts'
import { roomsOf } from '../staff-member.ts'

const inEnglish = messagesIn(defaultLocale)

// a page below says what it is; without a template here it would lose the name of the site
export const metadata: Metadata = {
  title: { default: inEnglish('staff.title'), template: `%s · ${inEnglish('site.name')}` },
}

export default async function StaffLayout({ children }: { children: ReactNode }) {
  const [{ locale, theme }, principal] = await Promise.all([requestSettings(), currentPrincipal()])
  return (
    <SiteFrame locale={locale} theme={theme} name={principal?.name ?? null} rooms={await roomsOf(principal)}>
      <main
        id="content"
        className="mx-auto max-w-6xl px-4 py-10 has-[.whole-width]:max-w-none has-[.whole-width]:py-4 sm:px-6"
      >
        <MessagesProvider
          locale={locale}
          messages={pickMessages(locale, [
            'audit',
            'fields',
            'pages',
            'parting',
            'receipt',
            'sitting',
            'staff',
            'verdict',
          ])}
        >
          {children}
        </MessagesProvider>
      </main>
    </SiteFrame>
  )
}
