'use client'
import { Fragment, type KeyboardEvent, useState } from 'react'
import { useMessages } from '../../messages/provider.tsx'
import type { VersionRead } from './review.ts'
import { TextForm } from './text-form.tsx'
import { Thread } from './thread.tsx'
import { useSend } from './use-send.ts'

const lineButton = (line: number) => `line-${line}`

/** The text of a version, line by line. The number of a line opens a comment on it; the arrows go from line to line. */
export function SourceLines({ read, zone }: { read: VersionRead; zone: string }) {
  const { t } = useMessages()
  const lines = read.source.replace(/\n$/, '').split('\n')
  const [current, setCurrent] = useState(1)
  const [writing, setWriting] = useState<number | null>(null)

  function walk(event: KeyboardEvent, line: number) {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    const next = event.key === 'Home' ? 1 : event.key === 'End' ? lines.length : step && line + step
    if (!next || next < 1 || next > lines.length) return
    event.preventDefault()
    setCurrent(next)
    document.getElementById(lineButton(next))?.focus()
  }

  return (
    <div className="overflow-hidden border border-rule">
      <ol aria-label={t('versions.lines')} className="font-mono text-fine">
        {lines.map((text, k) => {
          const line = k + 1
          return (
            <li key={line}>
              <div className="grid grid-cols-[3rem_1fr] hover:bg-sheet">
                <button
                  type="button"
                  id={lineButton(line)}
                  tabIndex={line === current ? 0 : -1}
                  aria-label={t('versions.commentOn', { line })}
                  aria-expanded={writing === line}
                  className="flex min-h-6 items-start justify-end border-r border-rule px-2 py-0.5 text-soft hover:bg-wash hover:text-ink"
                  onClick={() => {
                    setCurrent(line)
                    setWriting(writing === line ? null : line)
                  }}
                  onKeyDown={(event) => walk(event, line)}
                >
                  {line}
                </button>
                <code className="min-h-6 px-3 py-0.5 whitespace-pre-wrap [overflow-wrap:anywhere]">{text}</code>
              </div>
              <Said read={read} line={line} zone={zone} writing={writing === line} onClose={() => setWriting(null)} />
            </li>
          )
        })}
      </ol>
    </div>
  )
}

interface SaidProps {
  read: VersionRead
  line: number
  zone: string
  writing: boolean
  onClose: () => void
}

function Said({ read, line, zone, writing, onClose }: SaidProps) {
  const { slug, version, comments } = read
  const here = comments.filter((comment) => comment.line === line)
  if (here.length === 0 && !writing) return null
  return (
    <div className="border-y border-rule px-3 py-1">
      {here.map((comment) => (
        <Fragment key={comment.id}>
          <Thread slug={slug} version={version} comment={comment} zone={zone} />
        </Fragment>
      ))}
      {writing && <NewComment slug={slug} version={version} line={line} onClose={onClose} />}
    </div>
  )
}

/** A comment on a line, or on the whole where there is none. */
export function NewComment(props: { slug: string; version: string; line: number | null; onClose?: () => void }) {
  const { slug, version, line, onClose } = props
  const { t } = useMessages()
  const { busy, refusal, send } = useSend()
  return (
    <div className="py-2">
      <TextForm
        label={line === null ? t('versions.commentWhole') : t('versions.commentOn', { line })}
        button={t('versions.comment')}
        busy={busy}
        refusal={refusal}
        focus={line !== null}
        onSend={(text) => send(`/api/staff/v1/questions/${slug}/comments`, { version, line, text })}
        {...(onClose ? { onCancel: onClose } : {})}
      />
    </div>
  )
}
