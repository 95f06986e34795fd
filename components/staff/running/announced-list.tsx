'use client'
import type { Translate } from '../../messages/catalogue.ts'
import { useMessages } from '../../messages/provider.tsx'
import { useNewest } from './newest-first.tsx'
import { printClock } from './print-clock.ts'
import { type Announced, type Running, shownTo } from './running.ts'

/** More names than are read at a glance are counted. */
const namesAtMost = 8

/** What was announced, the newest first, and on whose pages it stands. */
export function AnnouncedList({ exam, zone }: { exam: Running; zone: string }) {
  const { t, locale } = useMessages()
  const { shown, more } = useNewest(exam.announcements, 3)
  if (exam.announcements.length === 0) return exam.mayChange ? null : <p>{t('running.logEmpty')}</p>
  const time = printClock(locale, zone)
  return (
    <div className="interface mt-6 max-w-3xl">
      <ul className="flex flex-col gap-4 border-t border-rule pt-4">
        {shown.map((one) => (
          <li key={one.id} className="border-l-2 border-rule pl-4">
            <p className="eyebrow">
              {t('running.announced', {
                time: time(one.at),
                by: one.by,
                about: one.about ?? t('running.wholeExam'),
              })}
            </p>
            <p className="whitespace-pre-line wrap-anywhere">{one.text}</p>
            <Shown exam={exam} one={one} t={t} />
          </li>
        ))}
      </ul>
      {more}
      <p className="mt-4 text-fine text-soft">{t('running.shownMeans')}</p>
    </div>
  )
}

function Shown({ exam, one, t }: { exam: Running; one: Announced; t: Translate }) {
  const { shown, sitting, missing } = shownTo(exam.sitters, one.id)
  const names = missing.slice(0, namesAtMost).join(', ')
  const more = missing.length - namesAtMost
  return (
    <p className="mt-1 text-fine text-soft">
      {t('running.shownTo', { shown, sitting })}{' '}
      {missing.length === 0 ? null : (
        <span className="text-caution">
          {t('running.notShown', { names })} {more > 0 ? t('running.andMore', { n: more }) : null}
        </span>
      )}
    </p>
  )
}
