'use client'
import Link from 'next/link'
import { useMessages } from '../../messages/provider.tsx'
import { link } from '../../site/buttons.ts'
import { answerAddress } from '../review/addresses.ts'
import type { GroupReviewed, ShownAnswer } from './group.ts'

interface Props {
  examId: string
  field: string
  done: GroupReviewed
  answers: readonly ShownAnswer[]
}

const named = 30

/** What came of a decision over a group: how many have it, and which were left, and why. */
export function Reviewed({ examId, field, done, answers }: Props) {
  const { t } = useMessages()
  const codes = new Map(answers.map(({ submissionId, code }) => [submissionId, code]))
  return (
    <div role="status" className="interface mb-4 rounded-xs bg-sheet px-3 py-2">
      <p className="font-semibold">{t('groups.done', { n: done.stored, points: done.points })}</p>
      {(['meanwhile', 'decided', 'moved'] as const).map((why) => {
        const left = done.left.filter((one) => one.why === why)
        if (left.length === 0) return null
        return (
          <p key={why}>
            {t('groups.left', { why })}{' '}
            {left.slice(0, named).map(({ submissionId }, k) => (
              <span key={submissionId}>
                {k > 0 ? ', ' : null}
                <Link href={answerAddress(examId, submissionId, field)} prefetch={false} className={link}>
                  {codes.get(submissionId) ?? submissionId.slice(0, 8)}
                </Link>
              </span>
            ))}
            {left.length > named ? ` … (${left.length})` : null}
          </p>
        )
      })}
    </div>
  )
}
