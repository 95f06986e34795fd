'use client'
import { type FormEvent, useState } from 'react'
import type { PaperNode } from '../../../grader/answers/paper.ts'
import { useMessages } from '../../messages/provider.tsx'
import { Paper } from '../../paper/paper.tsx'
import { typed } from '../../paper/typed.ts'
import { quiet } from '../../site/buttons.ts'
import { longestKept } from './comment-bank.ts'

interface Props {
  comment: { says: string; nodes: PaperNode[]; uses: number; person?: string }
  onInsert: (says: string) => void
  /** another text, or null to take it away; null where it is somebody else's */
  onChange: ((says: string | null) => Promise<boolean>) | null
}

/** A comment that may be said again: inserted by its button, changed by who kept it. */
export function BankEntry({ comment, onInsert, onChange }: Props) {
  const { t } = useMessages()
  const [says, setSays] = useState<string | null>(null)
  async function store(event: FormEvent) {
    event.preventDefault()
    if (says !== null && onChange && (await onChange(says))) setSays(null)
  }
  if (says !== null) {
    return (
      <li className="border-b border-rule py-2">
        <form onSubmit={store} className="flex flex-col gap-2">
          <textarea
            className="ruled min-h-20 w-full"
            aria-label={t('comments.text')}
            required
            maxLength={longestKept}
            value={says}
            onChange={(event) => setSays(event.target.value)}
          />
          <span className="flex gap-2">
            <button type="submit" className={quiet}>
              {t('comments.store')}
            </button>
            <button type="button" className={quiet} onClick={() => setSays(null)}>
              {t('comments.leave')}
            </button>
          </span>
        </form>
      </li>
    )
  }
  return (
    <li className="flex flex-wrap items-start gap-x-3 gap-y-1 border-b border-rule py-2">
      <div className={`min-w-0 grow basis-64 font-serif text-body ${typed}`}>
        <Paper nodes={comment.nodes} />
      </div>
      <span className="flex flex-wrap items-center gap-2">
        <span className="text-fine text-soft">
          {t('comments.uses', { n: comment.uses })}
          {comment.person ? ` · ${comment.person}` : ''}
        </span>
        {onChange ? (
          <>
            <button type="button" className={quiet} onClick={() => setSays(comment.says)}>
              {t('comments.edit')}
            </button>
            <button type="button" className={quiet} onClick={() => onChange(null)}>
              {t('comments.remove')}
            </button>
          </>
        ) : null}
        <button type="button" data-insert className={quiet} onClick={() => onInsert(comment.says)}>
          {t('comments.insert')}
        </button>
      </span>
    </li>
  )
}
