import Link from 'next/link'
import type { Translate } from '../messages/catalogue.ts'
import { secondary } from '../site/buttons.ts'

/** From an exam to how its reviewing goes; what compares people or names students is for those who run it. */
export function ReviewLinks({ examId, leads, t }: { examId: string; leads: boolean; t: Translate }) {
  const here = `/staff/exams/${examId}`
  return (
    <>
      <Link href={`${here}/agreement`} prefetch={false} className={secondary}>
        {t('agreement.go')}
      </Link>
      {leads ? (
        <>
          <Link href={`${here}/progress`} prefetch={false} className={secondary}>
            {t('progress.go')}
          </Link>
          <Link href={`${here}/points`} prefetch={false} className={secondary}>
            {t('points.go')}
          </Link>
        </>
      ) : null}
    </>
  )
}
