import type { Metadata, Viewport } from 'next'
import type { ReactNode } from 'react'
import { defaultLocale, messagesIn } from '../components/messages/catalogue.ts'
import { ZoneCookie } from '../components/site/zone-cookie.tsx'
import { serif, wholeSerif } from './fonts/text.ts'
import './globals.css'
import { requestSettings } from './request.ts'

const t = messagesIn(defaultLocale)

export const metadata: Metadata = {
  title: { default: t('site.name'), template: `%s · ${t('site.name')}` },
  description: t('site.description'),
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
  return (
    <html lang={locale} className={`${serif.variable} ${wholeSerif.variable}`} data-theme={theme ?? undefined}>
      <body>
        <a
          href="#content"
          className="interface absolute -top-20 left-2 z-40 bg-accent px-4 py-2 text-on-accent focus:top-2"
        >
          {messagesIn(locale)('site.skip')}
        </a>
        {children}
        <ZoneCookie zone={zone} />
      </body>
    </html>
  )
}
