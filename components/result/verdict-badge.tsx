'use client'
import { useMessages } from '../messages/provider.tsx'
import type { Verdict } from './result.ts'

/** An icon and a word for every verdict: colour only underlines them. */
const looks = {
  right: { icon: '✓', colour: 'text-good', word: 'verdict.right' },
  through: { icon: '✓', colour: 'text-good', word: 'verdict.through' },
  convention: { icon: '✓', colour: 'text-good', word: 'verdict.convention' },
  mistake: { icon: '✗', colour: 'text-wrong', word: 'verdict.mistake' },
  partial: { icon: '◐', colour: 'text-caution', word: 'verdict.partial' },
  wrong: { icon: '✗', colour: 'text-wrong', word: 'verdict.wrong' },
  empty: { icon: '○', colour: 'text-soft', word: 'verdict.empty' },
  unreadable: { icon: '△', colour: 'text-caution', word: 'verdict.unreadable' },
  review: { icon: '…', colour: 'text-soft', word: 'verdict.review' },
  reviewed: { icon: '✎', colour: 'text-ink', word: 'verdict.reviewed' },
  broken: { icon: '!', colour: 'text-caution', word: 'verdict.broken' },
} as const

/** `reviewed`: a person decided what the grader had left open. */
export function VerdictBadge({ verdict }: { verdict: Verdict | 'reviewed' }) {
  const { t } = useMessages()
  const { icon, colour, word } = looks[verdict]
  return (
    <span className={`inline-flex items-baseline gap-1.5 font-semibold ${colour}`}>
      <span aria-hidden="true" className="w-4 text-center">
        {icon}
      </span>
      {t(word)}
    </span>
  )
}
