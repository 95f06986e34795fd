import '../../../fonts/math.css'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { messagesIn } from '../../../../components/messages/catalogue.ts'
import { link } from '../../../../components/site/buttons.ts'
import { StaffHeading } from '../../../../components/staff/staff-heading.tsx'
import { StaffResult } from '../../../../components/staff/staff-result.tsx'
import { attemptParams } from '../../../../lib/attempts/input.ts'
import { currentPrincipal } from '../../../../lib/auth/current.ts'
import { staffResult } from '../../../../lib/grading/staff-result.ts'
import { load } from '../../../load.ts'
import { requestSettings } from '../../../request.ts'

export default async function StaffAttemptPage({ params }: { params: Promise<{ attemptId: string }> }) {
  const address = attemptParams.safeParse({ id: (await params).attemptId })
  if (!address.success) notFound()
  const { locale, zone } = await requestSettings()
  const t = messagesIn(locale)
  const principal = await currentPrincipal()
  const result = await load(`/staff/attempts/${address.data.id}`, () => staffResult(principal, address.data.id))
  return (
    <>
      <StaffHeading
        back={{ href: `/staff/exams/${result.exam.id}`, text: t('staff.backToExam') }}
        title={t('staff.resultOf', { name: result.person.name })}
        facts={`${result.exam.title} · ${t('staff.earnedOf', {
          earned: Number(result.points.earned.toFixed(2)),
          possible: result.points.possible,
        })}`}
      />
      {result.unblinds ? (
        <p role="note" className="interface mb-4 max-w-measure border-l-2 border-caution pl-3">
          {t('staff.unblinds')}
        </p>
      ) : null}
      <p className="interface mb-8">
        <Link href={`/staff/attempts/${address.data.id}/history`} prefetch={false} className={link}>
          {t('evidence.open')}
        </Link>{' '}
        ·{' '}
        <Link href={`/staff/attempts/${address.data.id}/points`} prefetch={false} className={link}>
          {t('points.attemptGo')}
        </Link>
      </p>
      <StaffResult attemptId={address.data.id} result={result} locale={locale} zone={zone} t={t} />
    </>
  )
}
