import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { defaultLocale, messagesIn } from '../../../../../components/messages/catalogue.ts'
import { secondary } from '../../../../../components/site/buttons.ts'
import { ChangeFilter } from '../../../../../components/staff/points/change-filter.tsx'
import { ChangeTable } from '../../../../../components/staff/points/change-table.tsx'
import { ExportLinks } from '../../../../../components/staff/points/export-links.tsx'
import { StaffHeading, StaffSection } from '../../../../../components/staff/staff-heading.tsx'
import { examParams } from '../../../../../lib/attempts/input.ts'
import { currentPrincipal } from '../../../../../lib/auth/current.ts'
import { examPoints, pointsFilter } from '../../../../../lib/points/exam-points.ts'
import { load } from '../../../../load.ts'
import { requestSettings } from '../../../../request.ts'

export const metadata: Metadata = { title: messagesIn(defaultLocale)('points.title') }

interface Props {
  params: Promise<{ examId: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

/** What the address asks for; members that make no sense are passed over. */
function filterOf(asked: Record<string, string | string[] | undefined>) {
  const given = Object.entries(asked).filter(
    ([name, value]) => value !== '' && pointsFilter.partial().safeParse({ [name]: value }).success,
  )
  return pointsFilter.parse(Object.fromEntries(given))
}

export default async function PointsPage({ params, searchParams }: Props) {
  const address = examParams.safeParse(await params)
  if (!address.success) notFound()
  const { examId } = address.data
  const { locale, zone } = await requestSettings()
  const t = messagesIn(locale)
  const principal = await currentPrincipal()
  const here = `/staff/exams/${examId}/points`
  const { after, zone: _, ...asked } = filterOf(await searchParams)
  const filter = { ...asked, ...(after ? { after } : {}), zone }
  const { title, parts, changes, next } = await load(here, () => examPoints(principal, examId, filter))
  const page = (more: Record<string, string>) => `${here}?${new URLSearchParams({ ...asked, ...more })}`
  const filtered = Object.values(asked).some(Boolean)
  return (
    <>
      <StaffHeading
        back={{ href: `/staff/exams/${examId}`, text: title }}
        title={t('points.title')}
        facts={t('points.lead')}
      />
      <StaffSection title={t('points.files')}>
        <ExportLinks examId={examId} t={t} />
      </StaffSection>
      <StaffSection title={t('points.changes')}>
        {changes.length > 0 || filtered || after ? (
          <ChangeFilter key={JSON.stringify(asked)} here={here} asked={asked} parts={parts} t={t} />
        ) : null}
        {changes.length > 0 ? (
          <ChangeTable caption={t('points.changes')} changes={changes} parts={parts} named {...{ locale, zone, t }} />
        ) : (
          <p>{filtered ? t('points.noneFound') : t('points.none')}</p>
        )}
        <p className="mt-6 flex flex-wrap gap-3">
          {after ? (
            <Link href={page({})} prefetch={false} className={secondary}>
              {t('points.newest')}
            </Link>
          ) : null}
          {next ? (
            <Link href={page({ after: next })} prefetch={false} className={secondary}>
              {t('points.older')}
            </Link>
          ) : null}
        </p>
      </StaffSection>
    </>
  )
}
