'use client'
import { useState } from 'react'
import { useMessages } from '../../messages/provider.tsx'
import { typed } from '../../paper/typed.ts'
import { quiet } from '../../site/buttons.ts'
import { When } from '../../staff/when.tsx'
import type { LineComment } from './review.ts'
import { TextForm } from './text-form.tsx'
import { useSend } from './use-send.ts'

interface Props {
  slug: string
  version: string
  comment: LineComment
  zone: string
}

/** A comment with its answers; what is dealt with is folded. */
export function Thread(props: Props) {
  const { t } = useMessages()
  const { comment } = props
  if (!comment.settled) return <Open {...props} />
  return (
    <details className="interface my-1 border-l-2 border-rule pl-3">
      <summary className="text-fine text-soft">
        {t('versions.settledBy', { by: comment.settled.by, text: comment.text.slice(0, 60) })}
      </summary>
      <Open {...props} />
    </details>
  )
}

function Open({ slug, version, comment, zone }: Props) {
  const { locale, t } = useMessages()
  const [answering, setAnswering] = useState(false)
  const { busy, refusal, send } = useSend()
  const address = `/api/staff/v1/questions/${slug}/comments`
  return (
    <article className="interface my-2 flex flex-col gap-2 border-l-2 border-accent bg-sheet px-3 py-2">
      {[comment, ...comment.replies].map((said, k) => (
        <div key={said.id} className={k > 0 ? 'border-t border-rule pt-2' : ''}>
          <p className="text-fine text-soft">
            <span className="font-semibold text-ink">{said.by}</span> ·{' '}
            <When iso={said.at} locale={locale} zone={zone} />
            {k === 0 && comment.outdated && (
              <span className="text-caution">
                {' '}
                ·{' '}
                {t(comment.line === null ? 'versions.lineGone' : 'versions.lineChanged', {
                  line: comment.writtenAt ?? 0,
                })}
              </span>
            )}
          </p>
          <p className={`whitespace-pre-wrap ${typed}`}>{said.text}</p>
        </div>
      ))}
      {answering ? (
        <TextForm
          label={t('versions.answerLabel')}
          button={t('versions.answer')}
          busy={busy}
          refusal={refusal}
          focus
          onSend={(text) => send(address, { version, line: null, text, replyTo: comment.id })}
          onCancel={() => setAnswering(false)}
        />
      ) : (
        <div className="flex flex-wrap items-center gap-2">
          <button type="button" className={quiet} onClick={() => setAnswering(true)}>
            {t('versions.answer')}
          </button>
          <button
            type="button"
            className={quiet}
            disabled={busy}
            onClick={() => void send(`${address}/${comment.id}`, { settled: !comment.settled })}
          >
            {t(comment.settled ? 'versions.reopen' : 'versions.settle')}
          </button>
          <span role="status" className="text-fine text-wrong">
            {refusal}
          </span>
        </div>
      )}
    </article>
  )
}
