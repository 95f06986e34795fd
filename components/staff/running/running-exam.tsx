'use client'
import { useMessages } from '../../messages/provider.tsx'
import { link } from '../../site/buttons.ts'
import { StaffSection } from '../staff-heading.tsx'
import { ActionLog } from './action-log.tsx'
import { AnnounceForm } from './announce-form.tsx'
import { AnnouncedList } from './announced-list.tsx'
import { ExtendForm } from './extend-form.tsx'
import { countsOf, type Running, roomsOf } from './running.ts'
import { SitterTable } from './sitter-table.tsx'
import { useRunning } from './use-running.ts'

/** An exam while it is sat. */
export function RunningExam({ start, zone }: { start: Running; zone: string }) {
  const { t, locale } = useMessages()
  const { exam, elapsed, away, look } = useRunning(start)
  const seen = new Intl.DateTimeFormat(locale, { timeStyle: 'medium', timeZone: zone })
  return (
    <>
      <p className="interface text-soft">{t('running.counts', countsOf(exam.sitters))}</p>
      <p role="status" className="interface text-wrong">
        {away ? t('running.away', { time: seen.format(Date.parse(exam.serverNow)) }) : null}
      </p>
      <Places mayChange={exam.mayChange} />
      <StaffSection id="students" title={t('running.students')}>
        <SitterTable exam={exam} elapsed={elapsed} look={look} />
      </StaffSection>
      {exam.mayChange ? (
        <StaffSection id="extend" title={t('running.extend')}>
          <ExtendForm examId={exam.id} rooms={roomsOf(exam.sitters)} look={look} />
        </StaffSection>
      ) : null}
      <StaffSection id="announcements" title={t('running.announcements')}>
        {exam.mayChange ? <AnnounceForm exam={exam} look={look} /> : null}
        <AnnouncedList exam={exam} zone={zone} />
      </StaffSection>
      <StaffSection id="log" title={t('running.log')}>
        <ActionLog log={exam.log} zone={zone} />
      </StaffSection>
    </>
  )
}

const places = ['students', 'extend', 'announcements', 'log'] as const

/** With sixty students what else can be done lies far below them. */
function Places({ mayChange }: { mayChange: boolean }) {
  const { t } = useMessages()
  return (
    <nav aria-label={t('running.places')} className="interface mt-3">
      <ul className="flex flex-wrap gap-x-5 gap-y-1">
        {places
          .filter((place) => mayChange || place !== 'extend')
          .map((place) => (
            <li key={place}>
              <a href={`#${place}`} className={link}>
                {t(`running.${place}`)}
              </a>
            </li>
          ))}
      </ul>
    </nav>
  )
}
