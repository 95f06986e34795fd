'use client'
import Link from 'next/link'
import { useMessages } from '../../messages/provider.tsx'
import { link } from '../../site/buttons.ts'
import { type GroupOfAnswer, groupAddress } from './group.ts'
import { groupName } from './group-name.tsx'

interface Props {
  examId: string
  field: string
  group: GroupOfAnswer
}

/** Beside one answer: how many are like it, and the way to review them all at once. */
export function GroupBadge({ examId, field, group }: Props) {
  const { t } = useMessages()
  return (
    <p className="interface text-fine text-soft">
      {t('groups.badge', { n: group.size, name: groupName(group, t) })}
      {group.size > 1 ? (
        <>
          {' · '}
          <Link href={groupAddress(examId, field, group.id)} prefetch={false} className={link}>
            {t('groups.badgeGo')}
          </Link>
        </>
      ) : null}
    </p>
  )
}
