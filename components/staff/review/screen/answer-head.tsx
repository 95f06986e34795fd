'use client'
import type { RefObject } from 'react'
import { useMessages } from '../../../messages/provider.tsx'
import { GroupBadge } from '../../groups/group-badge.tsx'
import type { Entry } from '../session/entry.ts'

interface Props {
  entry: Entry
  examId: string
  heading: RefObject<HTMLHeadingElement | null>
  /** its group is told, where it has one */
  grouped: boolean
}

/** What stands for the student, who else has the answer, and what answers it is put together with. */
export function AnswerHead({ entry: { card, restored }, examId, heading, grouped }: Props) {
  const { t } = useMessages()
  return (
    <header className="mb-4">
      <h2 ref={heading} tabIndex={-1} className="interface font-semibold outline-none">
        {card.code}
      </h2>
      {grouped && card.group && <GroupBadge examId={examId} field={card.field} group={card.group} />}
      {card.holder && (
        <p role="status" className="interface mt-3 border-l-2 border-caution pl-3">
          {t('reviewing.holder', { name: card.holder })}
        </p>
      )}
      {restored && (
        <p role="status" className="interface mt-3 border-l-2 border-accent pl-3">
          {t('reviewing.restored')}
        </p>
      )}
    </header>
  )
}
