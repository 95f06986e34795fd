'use client'
import { useEffect } from 'react'
import { questionId } from '../../fields/ids.ts'
import { useMessages } from '../../messages/provider.tsx'
import { link } from '../../site/buttons.ts'
import type { Announcement } from './announcement.ts'
import { markShown } from './shown.ts'

/** All that was announced, the newest first: it stays on the paper. */
export default function AnnouncementList(props: {
  attemptId: string
  announcements: readonly Announcement[]
  numberOf: (slug: string | null) => number
}) {
  const { locale, t } = useMessages()
  const { attemptId, announcements } = props
  useEffect(() => {
    for (const { id } of announcements) markShown(attemptId, id)
  }, [attemptId, announcements])
  const time = new Intl.DateTimeFormat(locale, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })
  return (
    <section aria-labelledby="announcements" className="mb-10 border-l-2 border-accent bg-wash px-4 py-3">
      <h2 id="announcements" className="eyebrow mb-2">
        {t('during.announcements')}
      </h2>
      <ul className="flex flex-col gap-3">
        {announcements.map((one) => {
          const number = props.numberOf(one.question)
          return (
            <li key={one.id} className="grid grid-cols-[3.25rem_1fr] gap-x-2">
              <time dateTime={one.at} className="interface pt-0.5 text-soft">
                {t('during.announced', { time: time.format(Date.parse(one.at)) })}
              </time>
              <p className="whitespace-pre-line wrap-anywhere">
                {number > 0 && (
                  <>
                    <a className={`interface ${link}`} href={`#${questionId(one.question ?? '')}`}>
                      {t('during.ofQuestion', { number })}
                    </a>
                    <br />
                  </>
                )}
                {one.text}
              </p>
            </li>
          )
        })}
      </ul>
    </section>
  )
}
