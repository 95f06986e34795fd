import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { defaultLocale, messagesIn, pickMessages } from '../../../../../components/messages/catalogue.ts'
import { MessagesProvider } from '../../../../../components/messages/provider.tsx'
import { link } from '../../../../../components/site/buttons.ts'
import { WaitingLate } from '../../../../../components/staff/history/waiting-late.tsx'
import { PartsTable } from '../../../../../components/staff/review/overview/parts-table.tsx'
import { StaffHeading } from '../../../../../components/staff/staff-heading.tsx'
import { examParams } from '../../../../../lib/attempts/input.ts'
import { currentPrincipal } from '../../../../../lib/auth/current.ts'
import { waitingLate } from '../../../../../lib/late/waiting-late.ts'
import { reviewQueue } from '../../../../../lib/review/review-queue.ts'
import { load } from '../../../../load.ts'
import { requestSettings } from '../../../../request.ts'

export const metadata: Metadata = { title: messagesIn(defaultLocale)('reviewing.title') }

interface Props {
  params: Promise<{ examId: string }>
  searchParams: Promise<{ all?: string | string[] }>
}

export default async function ReviewQueuePage({ params, searchParams }: Props) {
  const address = examParams.safeParse(await params)
  if (!address.success) notFound()
  const { examId } = address.data
  const everything = (await searchParams).all !== undefined
  const { locale, zone } = await requestSettings()
  const t = messagesIn(locale)
  const principal = await currentPrincipal()
  const [queue, late] = await load(`/staff/exams/${examId}/review`, () =>
    Promise.all([reviewQueue(principal, examId), waitingLate(principal, examId)]),
  )
  const waiting = queue.parts.reduce((sum, part) => sum + part.waiting, 0)
  return (
    <MessagesProvider locale={locale} messages={pickMessages(locale, ['reviewing', 'staff'])}>
      <StaffHeading
        back={{ href: `/staff/exams/${examId}`, text: queue.exam.title }}
        title={t('reviewing.title')}
        facts={t('reviewing.lead')}
      />
      <p className="mb-4 flex flex-wrap items-baseline justify-between gap-x-6 gap-y-2">
        <span role="status">
          {waiting === 0 ? t('reviewing.allDone') : t('reviewing.stillWaiting', { n: waiting })}
        </span>
        <span className="flex flex-wrap gap-x-6 gap-y-2">
          <Link href={`/staff/exams/${examId}/rubrics`} prefetch={false} className={`interface ${link}`}>
            {t('rubric.go')}
          </Link>
          <Link
            href={`/staff/exams/${examId}/review${everything ? '' : '?all'}`}
            prefetch={false}
            className={`interface ${link}`}
          >
            {everything ? t('reviewing.showFew') : t('reviewing.showAll')}
          </Link>
        </span>
      </p>
      <PartsTable
        examId={examId}
        parts={queue.parts}
        staff={queue.staff}
        mayAssign={queue.mayAssign}
        everything={everything}
        t={t}
      />
      <WaitingLate attempts={late} locale={locale} zone={zone} t={t} />
    </MessagesProvider>
  )
}
