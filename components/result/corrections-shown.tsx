'use client'
import { questionId } from '../fields/ids.ts'
import { useMessages } from '../messages/provider.tsx'
import { typed } from '../paper/typed.ts'
import { link } from '../site/buttons.ts'
import type { CorrectionNotice } from './result.ts'

/** What was corrected in the questions after they were asked, in the words of the staff. */
export function CorrectionsShown({ notices }: { notices: readonly CorrectionNotice[] }) {
  const { t, locale } = useMessages()
  if (notices.length === 0) return null
  const time = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeStyle: 'short', hourCycle: 'h23' })
  return (
    <section aria-label={t('result.corrections')} className="interface mt-8 max-w-measure border-t border-rule pt-4">
      <h2 className="mb-2 font-semibold">{t('result.corrections')}</h2>
      <ul className="flex flex-col gap-2">
        {notices.map(({ slug, title, at, text }, k) => (
          <li key={k}>
            <a className={link} href={`#${questionId(slug)}`}>
              {title}
            </a>{' '}
            <span className="text-soft">{time.format(new Date(at))}</span>
            <span className={`block whitespace-pre-wrap ${typed}`}>{text}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}
