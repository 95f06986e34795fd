'use client'
import Link from 'next/link'
import { useMessages } from '../../messages/provider.tsx'
import { link, quiet } from '../../site/buttons.ts'
import { answerAddress } from '../review/addresses.ts'
import { AnswerSample } from './answer-sample.tsx'
import type { GroupMember, ShownAnswer } from './group.ts'

interface Props {
  examId: string
  field: string
  members: readonly GroupMember[]
  answers: readonly ShownAnswer[]
  except: ReadonlySet<string>
  onToggle: (submissionId: string) => void
  onTakeOut: (submissionId: string) => void
  busy: boolean
}

/** The answers of a group: ticked ones get the decision. */
export function MemberList({ examId, field, members, answers, except, onToggle, onTakeOut, busy }: Props) {
  const { t } = useMessages()
  const known = new Map(members.map((member) => [member.submissionId, member]))
  return (
    <ul className="border-t border-rule">
      {answers.map((shown) => {
        const member = known.get(shown.submissionId)
        if (!member) return null
        const { code, submissionId } = shown
        return (
          <li
            key={submissionId}
            data-member={submissionId}
            className={`grid grid-cols-[auto_minmax(0,1fr)] gap-x-3 border-b border-rule py-3 ${
              except.has(submissionId) ? 'bg-sheet' : ''
            }`}
          >
            <input
              type="checkbox"
              className="mt-1 size-4 accent-accent"
              aria-label={t('groups.takes', { code })}
              checked={!except.has(submissionId)}
              onChange={() => onToggle(submissionId)}
            />
            <div className="min-w-0">
              <AnswerSample shown={shown} />
              <p className="interface mt-1.5 flex flex-wrap items-center gap-x-3 gap-y-1 text-fine text-soft">
                <Link
                  href={answerAddress(examId, submissionId, field)}
                  prefetch={false}
                  className={link}
                  aria-label={t('groups.openOne', { code })}
                >
                  {code}
                </Link>
                <span>
                  {member.points === null ? t('groups.waits') : t('groups.pointsNow', { points: member.points })}
                </span>
                {member.likeness > 0 && member.likeness < 1 ? (
                  <span>
                    <span aria-hidden>{t('groups.likeness', { percent: Math.round(member.likeness * 100) })}</span>
                    <span className="sr-only">
                      {t('groups.likenessSpoken', { percent: Math.round(member.likeness * 100) })}
                    </span>
                  </span>
                ) : null}
                {members.length > 1 ? (
                  <button
                    type="button"
                    className={`${quiet} ml-auto`}
                    aria-label={t('groups.takeOutOf', { code })}
                    disabled={busy}
                    onClick={() => onTakeOut(submissionId)}
                  >
                    {t('groups.takeOut')}
                  </button>
                ) : null}
              </p>
            </div>
          </li>
        )
      })}
    </ul>
  )
}
