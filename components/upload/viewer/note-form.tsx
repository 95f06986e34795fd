'use client'
import { type FormEvent, useState } from 'react'
import { useMessages } from '../../messages/provider.tsx'
import { quiet } from '../../site/buttons.ts'

/** The words of a note whose place was chosen. */
export function NoteForm({ n, onAdd, onCancel }: { n: number; onAdd: (text: string) => void; onCancel: () => void }) {
  const { t } = useMessages()
  const [text, setText] = useState('')
  const add = (event: FormEvent) => {
    event.preventDefault()
    if (text.trim() !== '') onAdd(text.trim())
  }
  return (
    <form
      className="interface mt-2 flex flex-wrap items-end gap-2"
      onSubmit={add}
      onKeyDown={(event) => {
        event.stopPropagation()
        if (event.key === 'Escape') onCancel()
      }}
    >
      <label className="flex min-w-0 grow flex-col gap-1">
        <span className="eyebrow">{t('pages.noteText', { n })}</span>
        <input
          // the place was chosen a moment ago: the words come next
          ref={(input) => input?.focus()}
          className="ruled w-full"
          maxLength={500}
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
      </label>
      <button type="submit" className={quiet} disabled={text.trim() === ''}>
        {t('pages.addNote')}
      </button>
      <button type="button" className={quiet} onClick={onCancel}>
        {t('pages.cancel')}
      </button>
    </form>
  )
}
