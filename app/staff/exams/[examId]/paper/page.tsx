import type { Metadata } from 'next'
import '../../../../fonts/math.css'
import { notFound } from 'next/navigation'
import { BuilderNav } from '../../../../../components/builder/builder-nav.tsx'
import { PrintBar } from '../../../../../components/builder/printed/print-bar.tsx'
import { PrintedExam } from '../../../../../components/builder/printed/printed-exam.tsx'
import { defaultLocale, messagesIn, pickMessages } from '../../../../../components/messages/catalogue.ts'
import { MessagesProvider } from '../../../../../components/messages/provider.tsx'
import { StaffHeading } from '../../../../../components/staff/staff-heading.tsx'
import { examParams } from '../../../../../lib/attempts/input.ts'
import { currentPrincipal } from '../../../../../lib/auth/current.ts'
import { printedVersions } from '../../../../../lib/exams/printed/printed-versions.ts'
import { load } from '../../../../load.ts'
import { requestSettings } from '../../../../request.ts'

export const metadata: Metadata = { title: messagesIn(defaultLocale)('builder.paperTitle') }

interface Props {
  params: Promise<{ examId: string }>
  searchParams: Promise<Record<'version' | 'key' | 'all', string | string[] | undefined>>
}

export default async function PaperPage({ params, searchParams }: Props) {
  const [address, search] = [examParams.safeParse(await params), await searchParams]
  if (!address.success) notFound()
  const { examId } = address.data
  const [{ locale }, principal] = await Promise.all([requestSettings(), currentPrincipal()])
  const t = messagesIn(locale)
  const wanted = Math.trunc(Number(search.version ?? 1)) || 1
  const [withKey, all] = [search.key === '1', search.all === '1']
  const shown = await load(`/staff/exams/${examId}/paper`, () =>
    printedVersions(principal, examId, all ? 'all' : wanted),
  )
  const [printed] = shown
  return (
    <MessagesProvider locale={locale} messages={pickMessages(locale, ['builder', 'fields', 'staff', 'verdict'])}>
      <div className="print:hidden">
        <StaffHeading
          back={{ href: `/staff/exams/${examId}`, text: printed.exam.title }}
          title={t('builder.paperTitle')}
          facts={t('builder.paperLead')}
        />
      </div>
      <BuilderNav examId={examId} here="paper" t={t} />
      {printed.versions === 0 ? (
        <p>{t('builder.paperUnpublished')}</p>
      ) : (
        <>
          <PrintBar
            examId={examId}
            versions={printed.versions}
            version={all ? null : printed.version}
            withKey={withKey}
          />
          {shown.map((one) => (
            <PrintedExam key={one.version} printed={one} withKey={withKey} t={t} />
          ))}
        </>
      )}
    </MessagesProvider>
  )
}
