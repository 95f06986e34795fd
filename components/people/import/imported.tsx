'use client'
import Link from 'next/link'
import { useMessages } from '../../messages/provider.tsx'
import { primary, secondary } from '../../site/buttons.ts'
import type { Done } from './previewed.tsx'

/** What an import did, and where to go from there. */
export function Imported(props: { courseId: string; done: Done; onAgain: () => void }) {
  const { courseId, done } = props
  const { t } = useMessages()
  return (
    <>
      <p role="status" className="mb-6 text-lead">
        {t('people.imported', { ...done })}
      </p>
      <p className="flex flex-wrap gap-3">
        <Link href={`/staff/courses/${courseId}`} prefetch={false} className={primary}>
          {t('people.toPeople')}
        </Link>
        {done.ahead > 0 ? (
          <Link href={`/staff/courses/${courseId}/invitations`} prefetch={false} className={secondary}>
            {t('people.invitations')}
          </Link>
        ) : null}
        <button type="button" className={secondary} onClick={props.onAgain}>
          {t('people.importAnother')}
        </button>
      </p>
    </>
  )
}
