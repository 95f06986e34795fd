'use client'
import { useId, useState } from 'react'
import { useMessages } from '../../messages/provider.tsx'
import { secondary } from '../../site/buttons.ts'

interface Props {
  groupId: string
  name: string
  /** the other groups of the part, by name */
  others: readonly { id: string; name: string }[]
  /** what is not ticked */
  unticked: readonly string[]
  busy: boolean
  onChange: (body: Record<string, unknown>, away?: boolean) => void
}

/** Splits a group, puts it together with another one, names it. */
export function Regroup({ groupId, name, others, unticked, busy, onChange }: Props) {
  const { t } = useMessages()
  const id = useId()
  const [to, setTo] = useState('')
  const [called, setCalled] = useState(name)
  return (
    <details className="interface mt-8 border-t border-rule pt-4">
      <summary className="text-accent">{t('groups.change')}</summary>
      <div className="mt-4 flex flex-col items-start gap-5">
        {unticked.length > 0 ? (
          <button
            type="button"
            className={secondary}
            disabled={busy}
            onClick={() => onChange({ act: 'move', answers: unticked })}
          >
            {t('groups.split', { n: unticked.length })}
          </button>
        ) : null}
        {others.length > 0 ? (
          <form
            className="flex w-full flex-col items-start gap-2"
            onSubmit={(event) => {
              event.preventDefault()
              if (to) onChange({ act: 'merge', from: groupId, to }, true)
            }}
          >
            <label htmlFor={`${id}-to`} className="eyebrow">
              {t('groups.mergeWith')}
            </label>
            <select
              id={`${id}-to`}
              className="ruled w-full max-w-full"
              value={to}
              onChange={({ target }) => setTo(target.value)}
            >
              <option value="">–</option>
              {others.map((other) => (
                <option key={other.id} value={other.id}>
                  {other.name}
                </option>
              ))}
            </select>
            <button type="submit" className={secondary} disabled={busy || to === ''}>
              {t('groups.merge')}
            </button>
          </form>
        ) : null}
        <form
          className="flex w-full flex-col items-start gap-2"
          onSubmit={(event) => {
            event.preventDefault()
            if (called.trim()) onChange({ act: 'rename', group: groupId, name: called.trim() })
          }}
        >
          <label htmlFor={`${id}-name`} className="eyebrow">
            {t('groups.rename')}
          </label>
          <input
            id={`${id}-name`}
            className="ruled w-full"
            maxLength={120}
            value={called}
            onChange={({ target }) => setCalled(target.value)}
          />
          <button type="submit" className={secondary} disabled={busy || called.trim() === ''}>
            {t('groups.renameDo')}
          </button>
        </form>
      </div>
    </details>
  )
}
