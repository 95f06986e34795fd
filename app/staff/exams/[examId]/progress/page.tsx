import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { defaultLocale, messagesIn } from '../../../../../components/messages/catalogue.ts'
import { link } from '../../../../../components/site/buttons.ts'
import { printTime } from '../../../../../components/site/times.ts'
import { PaceChart } from '../../../../../components/staff/progress/pace-chart.tsx'
import { PartCard } from '../../../../../components/staff/progress/part-card.tsx'
import { RefreshEvery } from '../../../../../components/staff/progress/refresh-every.tsx'
import { secondsText, worked } from '../../../../../components/staff/progress/seconds.ts'
import { ShareBar } from '../../../../../components/staff/progress/share-bar.tsx'
import { answerAddress } from '../../../../../components/staff/review/addresses.ts'
import { StaffHeading, StaffSection } from '../../../../../components/staff/staff-heading.tsx'
import { When } from '../../../../../components/staff/when.tsx'
import { examParams } from '../../../../../lib/attempts/input.ts'
import { currentPrincipal } from '../../../../../lib/auth/current.ts'
import { reviewProgress } from '../../../../../lib/review/progress/review-progress.ts'
import { load } from '../../../../load.ts'
import { requestSettings } from '../../../../request.ts'

export const metadata: Metadata = { title: messagesIn(defaultLocale)('progress.title') }

export default async function ProgressPage({ params }: { params: Promise<{ examId: string }> }) {
  const address = examParams.safeParse(await params)
  if (!address.success) notFound()
  const { examId } = address.data
  const { locale, zone } = await requestSettings()
  const t = messagesIn(locale)
  const principal = await currentPrincipal()
  const { title, waiting, done, pace, ends, parts, people, slow, streaks } = await load(
    `/staff/exams/${examId}/progress`,
    () => reviewProgress(principal, examId),
  )
  const when = (iso: string) => printTime(iso, locale, zone)
  const names = new Map(
    parts.map((part) => [part.field, t('progress.partHead', { title: part.title, label: part.label })]),
  )
  const told = t('progress.done', { done, all: done + waiting })
  return (
    <>
      <RefreshEvery seconds={20} />
      <StaffHeading
        back={{ href: `/staff/exams/${examId}`, text: title }}
        title={t('progress.title')}
        facts={t('progress.lead')}
      />
      {parts.length === 0 ? (
        <p>{t('progress.nothing')}</p>
      ) : (
        <>
          <p className="text-lead font-semibold">{told}</p>
          <ShareBar done={done} all={done + waiting} />
          <p className="interface mt-2">
            {waiting === 0
              ? t('progress.finished')
              : ends
                ? t('progress.ends', { n: pace.lately, when: when(ends) })
                : t('progress.idle')}
          </p>
          <p className="interface text-fine text-soft">{t('progress.refreshed', { when: when(pace.now) })}</p>
          <StaffSection title={t('progress.pace')}>
            <PaceChart halfHours={pace.halfHours} locale={locale} zone={zone} t={t} />
          </StaffSection>
          <StaffSection title={t('progress.people')}>
            {people.length === 0 ? (
              <p>{t('progress.nobody')}</p>
            ) : (
              <ul className="interface">
                {people.map((person) => (
                  <li key={person.personId} className="flex flex-wrap gap-x-6 gap-y-1 border-b border-rule py-2.5">
                    <span className="basis-full font-semibold sm:basis-48">{person.name}</span>
                    <span>{t('progress.workOf', worked(person, t))}</span>
                    <span className="text-soft">
                      {t('progress.last')} <When iso={person.lastAt} locale={locale} zone={zone} />
                    </span>
                  </li>
                ))}
              </ul>
            )}
          </StaffSection>
          <StaffSection title={t('progress.parts')}>
            <p className="interface mb-4 max-w-measure text-soft">{t('progress.method')}</p>
            {parts.map((part) => (
              <PartCard key={part.field} part={part} t={t} />
            ))}
          </StaffSection>
          {slow.length > 0 ? (
            <StaffSection title={t('progress.slow')}>
              <p className="interface mb-4 max-w-measure text-soft">{t('progress.slowLead')}</p>
              <ul className="interface flex flex-col gap-2">
                {slow.map((one) => (
                  <li key={`${one.submissionId}/${one.field}`}>
                    <Link href={answerAddress(examId, one.submissionId, one.field)} prefetch={false} className={link}>
                      {one.code}
                    </Link>{' '}
                    · {names.get(one.field)} · {one.name} · {secondsText(one.seconds, t)}
                  </li>
                ))}
              </ul>
            </StaffSection>
          ) : null}
          {streaks.length > 0 ? (
            <StaffSection title={t('progress.streaks')}>
              <p className="interface mb-4 max-w-measure text-soft">{t('progress.streaksLead')}</p>
              <ul className="interface flex flex-col gap-2">
                {streaks.map((one) => (
                  <li key={`${one.name}/${one.field}/${one.from}`}>
                    {t('progress.streak', { name: one.name, n: one.n, seconds: secondsText(one.seconds, t) })} ·{' '}
                    {names.get(one.field)} · <When iso={one.from} locale={locale} zone={zone} />
                  </li>
                ))}
              </ul>
            </StaffSection>
          ) : null}
        </>
      )}
    </>
  )
}
