'use client'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { useMessages } from '../messages/provider.tsx'
import { quiet } from '../site/buttons.ts'
import { useAction } from './use-action.ts'

/** The collection whose questions are listed: its name, and what can be done with it. */
export function CollectionHead({ id, title }: { id: string; title: string }) {
  const { t } = useMessages()
  const router = useRouter()
  const [name, setName] = useState(title)
  const { act, busy, said } = useAction()
  const address = `/api/staff/v1/bank/collections/${id}`
  return (
    <section aria-label={title} className="interface mb-4 flex flex-wrap items-end gap-3 border-l-2 border-accent pl-3">
      <form
        className="flex flex-wrap items-end gap-2"
        onSubmit={async (event) => {
          event.preventDefault()
          await act(address, { title: name })
        }}
      >
        <label className="flex flex-col gap-1">
          <span className="eyebrow">{t('bank.collection')}</span>
          <input
            className="ruled w-64 max-w-full"
            value={name}
            maxLength={120}
            onChange={(event) => setName(event.target.value)}
          />
        </label>
        <button type="submit" className={quiet} disabled={busy || name.trim() === '' || name === title}>
          {t('bank.rename')}
        </button>
      </form>
      <a href={`/api/staff/v1/bank/export?collection=${id}`} download className={quiet}>
        {t('bank.exportZip')}
      </a>
      <button
        type="button"
        className={quiet}
        disabled={busy}
        onClick={async () => {
          if (await act(address, { archived: true }, t('bank.putAwayDone', { title }))) router.push('/staff/questions')
        }}
      >
        {t('bank.putAway')}
      </button>
      <span role="status" className={said?.ok === false ? 'text-wrong' : 'text-soft'}>
        {said?.text}
      </span>
    </section>
  )
}
