import type { ReactNode } from 'react'
import { messagesIn, pickMessages } from '../messages/catalogue.ts'
import { MessagesProvider } from '../messages/provider.tsx'
import { ThemeSwitch } from './theme-switch.tsx'
import { Wordmark } from './wordmark.tsx'

interface Props {
  locale: string
  theme: 'light' | 'dark' | null
  /** who is signed in */
  name: string | null
  /** whether there is something for staff to see, and whether there may be exams to sit */
  rooms: { staff: boolean; sits: boolean }
  children: ReactNode
}

const entry = 'inline-flex min-h-9 items-center text-ink underline-offset-4 hover:underline'

/** Head and foot of every page outside an exam. */
export function SiteFrame({ locale, theme, name, rooms, children }: Props) {
  const t = messagesIn(locale)
  return (
    <div className="flex min-h-dvh flex-col">
      <header className="border-b border-rule print:hidden">
        <nav
          aria-label={t('site.name')}
          className="interface mx-auto flex max-w-6xl flex-wrap items-center justify-end gap-x-3 px-4 py-2 sm:gap-x-6 sm:px-6"
        >
          <a href="/" className="mr-auto inline-flex min-h-11 items-center">
            <Wordmark name={t('site.name')} />
          </a>
          {rooms.sits && (
            <a className={entry} href="/exams">
              {t('site.exams')}
            </a>
          )}
          {rooms.staff && (
            <>
              <a className={entry} href="/staff">
                {t('site.staff')}
              </a>
              <a className={entry} href="/staff/questions">
                {t('site.questions')}
              </a>
            </>
          )}
          {name === null ? (
            <a className={entry} href="/sign-in">
              {t('site.signIn')}
            </a>
          ) : (
            <a className={entry} href="/sign-out" title={t('site.signedInAs', { name })}>
              {t('site.signOut')}
            </a>
          )}
        </nav>
      </header>
      <div className="grow">{children}</div>
      <footer className="mt-16 border-t border-rule print:hidden">
        <div className="eyebrow mx-auto flex max-w-6xl flex-wrap items-center gap-x-6 gap-y-2 px-4 py-4 sm:px-6">
          <span className="mr-auto">{name === null ? t('site.description') : t('site.signedInAs', { name })}</span>
          <MessagesProvider locale={locale} messages={pickMessages(locale, ['site'])}>
            <ThemeSwitch chosen={theme} />
          </MessagesProvider>
        </div>
      </footer>
    </div>
  )
}
