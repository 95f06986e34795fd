import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { defaultLocale, messagesIn } from '../../../../../components/messages/catalogue.ts'
import { choose, everything } from '../../../../../components/requests/desk/chosen.ts'
import { RequestFilter } from '../../../../../components/requests/desk/request-filter.tsx'
import { RequestNumbersShown } from '../../../../../components/requests/desk/request-numbers.tsx'
import { RequestTable } from '../../../../../components/requests/desk/request-table.tsx'
import { StaffHeading, StaffSection } from '../../../../../components/staff/staff-heading.tsx'
import { examParams } from '../../../../../lib/attempts/input.ts'
import { currentPrincipal } from '../../../../../lib/auth/current.ts'
import { listRequests } from '../../../../../lib/requests/list-requests.ts'
import { requestStatistics } from '../../../../../lib/requests/request-statistics.ts'
import { forInstructors } from '../../../../for-instructors.ts'
import { load } from '../../../../load.ts'
import { requestSettings } from '../../../../request.ts'

export const metadata: Metadata = { title: messagesIn(defaultLocale)('requests.title') }

interface Props {
  params: Promise<{ examId: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export default async function RequestsPage({ params, searchParams }: Props) {
  const address = examParams.safeParse(await params)
  if (!address.success) notFound()
  const { examId } = address.data
  const asked = await searchParams
  const word = (name: string) => (typeof asked[name] === 'string' ? asked[name] : '')
  const chosen = { ...everything, part: word('part'), state: word('state'), person: word('person') }
  const { locale } = await requestSettings()
  const t = messagesIn(locale)
  const principal = await currentPrincipal()
  const requests = await load(`/staff/exams/${examId}/requests`, () => listRequests(principal, examId))
  const statistics = await forInstructors(() => requestStatistics(principal, examId))
  const listed = choose(requests, chosen)
  return (
    <>
      <StaffHeading
        back={{ href: `/staff/exams/${examId}`, text: t('staff.backToExam') }}
        title={t('requests.title')}
        facts={t('requests.lead')}
      />
      {requests.length === 0 ? (
        <p>{t('requests.none')}</p>
      ) : (
        <>
          <p className="mb-6">{t('requests.waits', { n: requests.filter(({ state }) => state === 'open').length })}</p>
          <RequestFilter requests={requests} chosen={chosen} t={t} />
          {listed.length > 0 ? (
            <RequestTable examId={examId} requests={listed} locale={locale} t={t} />
          ) : (
            <p>{t('requests.noneHere')}</p>
          )}
          {statistics ? (
            <StaffSection title={t('requests.statistics')}>
              <RequestNumbersShown statistics={statistics} requests={requests} locale={locale} t={t} />
            </StaffSection>
          ) : null}
        </>
      )}
    </>
  )
}
