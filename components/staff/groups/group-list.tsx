'use client'
import Link from 'next/link'
import type { KeyboardEvent } from 'react'
import { useMessages } from '../../messages/provider.tsx'
import { link } from '../../site/buttons.ts'
import { AnswerSample } from './answer-sample.tsx'
import { groupAddress, type ShownGroup } from './group.ts'
import { GroupName, groupName } from './group-name.tsx'
import { Standing } from './standing.tsx'

interface Props {
  examId: string
  field: string
  answers: number
  groups: readonly ShownGroup[]
}

/** The groups of a part, largest first. Arrows move between them. */
export function GroupList({ examId, field, answers, groups }: Props) {
  const { t } = useMessages()
  return (
    <ol aria-label={t('groups.list')} onKeyDown={moveAlong}>
      {groups.map((group) => {
        const percent = Math.round((100 * group.size) / Math.max(1, answers))
        return (
          <li
            key={group.id}
            className="grid gap-x-6 gap-y-1 border-b border-rule py-4 sm:grid-cols-[6.5rem_minmax(0,1fr)]"
          >
            <p className="interface tabular-nums">
              <span aria-hidden>{t('groups.share', { n: group.size, percent })}</span>
              <span className="sr-only">{t('groups.shareSpoken', { n: group.size, percent })}</span>
              <svg aria-hidden viewBox="0 0 100 5" preserveAspectRatio="none" className="mt-1 h-1.5 w-full max-w-24">
                <rect width="100" height="5" className="fill-rule" />
                <rect width={percent} height="5" className="fill-accent" />
              </svg>
            </p>
            <div className="min-w-0">
              <h2 className="font-semibold [overflow-wrap:anywhere]">
                <Link
                  href={groupAddress(examId, field, group.id)}
                  prefetch={false}
                  className={link}
                  data-group
                  aria-label={t('groups.open', { name: groupName(group, t) })}
                >
                  <GroupName title={group.title} name={group.name} t={t} />
                </Link>
              </h2>
              {group.sample && !isTold(group) ? (
                <div className="my-1.5 border-l-2 border-rule pl-3">
                  <AnswerSample shown={group.sample} short />
                </div>
              ) : null}
              <Standing group={group} t={t} />
            </div>
          </li>
        )
      })}
    </ol>
  )
}

/** The name says all that an example would. */
function isTold({ title, sample }: ShownGroup): boolean {
  if (title?.kind === 'empty') return true
  return title?.kind === 'text' && sample?.answer?.kind === 'text' && sample.answer.markdown.trim() === title.text
}

function moveAlong(event: KeyboardEvent<HTMLOListElement>) {
  const by = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
  if (by === 0) return
  const links = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-group]')]
  const next = links[links.indexOf(document.activeElement as HTMLElement) + by]
  if (!next) return
  event.preventDefault()
  next.focus()
}
