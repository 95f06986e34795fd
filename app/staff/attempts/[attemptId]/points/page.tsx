import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { defaultLocale, messagesIn } from '../../../../../components/messages/catalogue.ts'
import { ChangeTable } from '../../../../../components/staff/points/change-table.tsx'
import { StaffHeading, StaffSection } from '../../../../../components/staff/staff-heading.tsx'
import { When } from '../../../../../components/staff/when.tsx'
import { attemptParams } from '../../../../../lib/attempts/input.ts'
import { currentPrincipal } from '../../../../../lib/auth/current.ts'
import { attemptPoints } from '../../../../../lib/points/attempt-points.ts'
import { load } from '../../../../load.ts'
import { requestSettings } from '../../../../request.ts'

export const metadata: Metadata = { title: messagesIn(defaultLocale)('points.attemptTitle') }

export default async function AttemptPointsPage({ params }: { params: Promise<{ attemptId: string }> }) {
  const address = attemptParams.safeParse({ id: (await params).attemptId })
  if (!address.success) notFound()
  const attemptId = address.data.id
  const { locale, zone } = await requestSettings()
  const t = messagesIn(locale)
  const principal = await currentPrincipal()
  const { examId, parts, submissions } = await load(`/staff/attempts/${attemptId}/points`, () =>
    attemptPoints(principal, attemptId),
  )
  return (
    <>
      <StaffHeading
        back={{ href: `/staff/exams/${examId}`, text: t('staff.backToExam') }}
        title={t('points.attemptTitle')}
      />
      {submissions.length === 0 ? <p>{t('points.nothingYet')}</p> : null}
      {submissions.map(({ submissionId, code, frozenAt, former, changes, releases }) => (
        <section key={submissionId} className="mb-12">
          <h2 className="interface mb-4 font-semibold">
            <When iso={frozenAt} locale={locale} zone={zone} />
          </h2>
          <p className="interface mb-4 text-soft">
            {former ? t('points.attemptFormer', { code }) : t('points.attemptLead', { code })}
          </p>
          {changes.length > 0 ? (
            <ChangeTable
              caption={t('points.changes')}
              changes={changes}
              parts={parts}
              named={false}
              {...{ locale, zone, t }}
            />
          ) : (
            <p>{t('points.nothingYet')}</p>
          )}
          {releases.length > 0 ? (
            <StaffSection title={t('points.visible')}>
              <ul className="interface flex flex-col gap-2">
                {releases.map(({ at, scope, by, note }) => (
                  <li key={at}>
                    {t('points.visibleBy', { what: t('points.release', { scope }), name: by })},{' '}
                    <When iso={at} locale={locale} zone={zone} />
                    {note ? <span className="block text-soft">{note}</span> : null}
                  </li>
                ))}
              </ul>
            </StaffSection>
          ) : null}
        </section>
      ))}
    </>
  )
}
