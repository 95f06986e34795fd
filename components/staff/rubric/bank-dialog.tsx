'use client'
import { Dialog } from '@base-ui/react/dialog'
import { type KeyboardEvent, useCallback, useEffect, useId, useRef, useState } from 'react'
import { useMessages } from '../../messages/provider.tsx'
import { secondary } from '../../site/buttons.ts'
import { sendJson } from '../send-json.ts'
import { BankEntry } from './bank-entry.tsx'
import { type CommentBank, commentsPath, matching, type SavedComment } from './comment-bank.ts'

interface Props {
  examId: string
  field: string
  areaId: string
  onInsert: (says: string) => void
  onClose: () => void
}

/** What was said on a part before: type to find, arrows to move, Enter to insert. */
export default function BankDialog({ examId, field, areaId, onInsert, onClose }: Props) {
  const { t } = useMessages()
  const id = useId()
  const list = useRef<HTMLDivElement>(null)
  const search = useRef<HTMLInputElement>(null)
  const [typed, setTyped] = useState('')
  const [bank, setBank] = useState<CommentBank | 'failed' | null>(null)
  const [trouble, setTrouble] = useState<string | null>(null)
  const path = commentsPath(examId, field)
  const look = useCallback(async () => {
    const response = await fetch(path).catch(() => null)
    setBank(response?.ok ? ((await response.json()) as CommentBank) : 'failed')
  }, [path])
  useEffect(() => {
    look()
  }, [look])

  const saved = bank && bank !== 'failed' ? matching(bank.saved, typed) : []
  const given = bank && bank !== 'failed' ? matching(bank.given, typed) : []

  function onKeyDown(event: KeyboardEvent) {
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return
    const stops = [...(list.current?.querySelectorAll<HTMLElement>('[data-insert]') ?? [])]
    const at = stops.indexOf(document.activeElement as HTMLElement)
    if (at < 0 && document.activeElement !== search.current) return
    event.preventDefault()
    const next = stops[event.key === 'ArrowDown' ? at + 1 : at - 1]
    if (next) next.focus()
    else if (event.key === 'ArrowUp') search.current?.focus()
  }

  function onEnter(event: KeyboardEvent) {
    const [first] = [...saved, ...given]
    if (event.key !== 'Enter' || !first) return
    event.preventDefault()
    onInsert(first.says)
  }

  async function change(comment: SavedComment, says: string | null) {
    const one = `${path}/${comment.id}`
    const sent = await (says === null ? sendJson(`${one}/remove`, {}) : sendJson(one, { says }))
    setTrouble(sent.ok ? null : t('staff.refused', { reason: sent.message ?? t('staff.unreachable') }))
    if (sent.ok) await look()
    return sent.ok
  }

  return (
    <Dialog.Root open onOpenChange={(open) => !open && onClose()}>
      <Dialog.Portal>
        <Dialog.Backdrop className="fixed inset-0 z-20 bg-ink/45 dark:bg-paper/75" />
        <Dialog.Popup
          initialFocus={search}
          finalFocus={() => document.getElementById(areaId)}
          onKeyDown={onKeyDown}
          className="interface fixed inset-x-2 top-1/2 z-30 mx-auto flex max-h-[calc(100dvh-1rem)] max-w-2xl -translate-y-1/2 flex-col gap-4 border-t-4 border-accent bg-paper p-5 text-ink sm:p-7"
        >
          <Dialog.Title className="text-lead font-semibold">{t('comments.title')}</Dialog.Title>
          <label className="flex flex-col gap-1" htmlFor={id}>
            <span className="eyebrow">{t('comments.find')}</span>
            <input
              id={id}
              ref={search}
              type="search"
              className="ruled"
              value={typed}
              onChange={(event) => setTyped(event.target.value)}
              onKeyDown={onEnter}
            />
          </label>
          <div ref={list} className="-mx-1 min-h-0 overflow-y-auto px-1">
            {bank === null ? <p className="text-soft">{t('comments.fetching')}</p> : null}
            {bank === 'failed' ? <p className="text-wrong">{t('comments.notFetched')}</p> : null}
            {bank && bank !== 'failed' && saved.length + given.length === 0 ? (
              <p className="text-soft">{t(typed === '' ? 'comments.none' : 'comments.noneFound')}</p>
            ) : null}
            {saved.length > 0 ? (
              <ul aria-label={t('comments.saved')}>
                {saved.map((comment) => (
                  <BankEntry
                    key={comment.id}
                    comment={comment}
                    onInsert={onInsert}
                    onChange={comment.own ? (says) => change(comment, says) : null}
                  />
                ))}
              </ul>
            ) : null}
            {given.length > 0 ? (
              <>
                <h3 className="eyebrow mt-4 mb-1">{t('comments.given')}</h3>
                <ul>
                  {given.map((comment) => (
                    <BankEntry key={comment.says} comment={comment} onInsert={onInsert} onChange={null} />
                  ))}
                </ul>
              </>
            ) : null}
          </div>
          <div className="flex flex-wrap items-center justify-between gap-3 border-t border-rule pt-3">
            <span role="status" className="text-fine text-soft">
              {trouble ?? t('comments.keys')}
            </span>
            <button type="button" className={secondary} onClick={onClose}>
              {t('comments.close')}
            </button>
          </div>
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  )
}
