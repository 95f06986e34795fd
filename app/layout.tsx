import type { Metadata, Viewport } from 'next'
import type { ReactNode } from 'react'
import { defaultLocale, messagesIn } from '../components/messages/catalogue.ts'
import { ZoneCookie } from '../components/site/zone-cookie.tsx'
import { serif, wholeSerif } from './fonts/text.ts'
import './globals.css'
import { requestSettings } from './request.ts'

const inEnglish = messagesIn(defaultLocale)

export const metadata: Metadata = {
  title: { default: inEnglish('site.name'), template: `%s · ${inEnglish('site.name')}` },
  description: inEnglish('site.description'),
  robots: { index: false, follow: false },
}

export const viewport: Viewport = {
  width: 'device-width',
  initialScale: 1,
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#fdfcfa' },
    { media: '(prefers-color-scheme: dark)', color: '#171512' },
  ],
}

export default async function RootLayout({ children }: { children: ReactNode }) {
  const { locale, theme, zone } = await requestSettings()
  const t = messagesIn(locale)
  // the words of the error pages: when one shows, what would have had them has failed
  const broken = {
    'data-broken': t('site.broken'),
    'data-text': t('site.brokenText'),
    'data-again': t('site.tryAgain'),
  }
  return (
    <html lang={locale} className={`${serif.variable} ${wholeSerif.variable}`} data-theme={theme ?? undefined}>
      <body {...broken}>
        <a
          href="#content"
          className="interface absolute -top-20 left-2 z-40 bg-accent px-4 py-2 text-on-accent focus:top-2"
        >
          {t('site.skip')}
        </a>
        {children}
        <ZoneCookie zone={zone} />
      </body>
    </html>
  )
}
