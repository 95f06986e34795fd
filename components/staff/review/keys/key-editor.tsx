'use client'
import { useState } from 'react'
import { useMessages } from '../../../messages/provider.tsx'
import { quiet, secondary } from '../../../site/buttons.ts'
import { type Bindings, rebind, usual } from './bindings.ts'
import type { CommandId } from './commands.ts'
import { KeyCaps } from './key-caps.tsx'
import { keyName, printKey } from './key-name.ts'
import type { Listed } from './palette.tsx'

interface Props {
  commands: readonly Listed[]
  bindings: Bindings
  onBind: (bindings: Bindings) => void
}

/** Gives commands other keys. A key that another command has is said, and taken from it only when asked once more. */
export function KeyEditor({ commands, bindings, onBind }: Props) {
  const { t } = useMessages()
  const [asking, setAsking] = useState<CommandId | null>(null)
  const [refused, setRefused] = useState<{ key: string; by: CommandId | null } | null>(null)
  const ask = (id: CommandId | null) => {
    setAsking(id)
    setRefused(null)
  }
  const bind = (id: CommandId, key: string, takeAway = false) => {
    const answer = rebind(bindings, id, key, takeAway)
    if (answer.outcome !== 'bound') return setRefused({ key, by: answer.outcome === 'taken' ? answer.by : null })
    onBind(answer.bindings)
    ask(null)
  }
  const nameOf = (id: CommandId) => commands.find((one) => one.id === id)?.says ?? id
  return (
    <>
      <p className="interface mb-3 text-soft">{t('reviewing.keysLead')}</p>
      <ul className="interface min-h-0 overflow-y-auto">
        {commands.map(({ id, says }) => (
          <li key={id} className="border-b border-rule py-1.5">
            <div className="flex flex-wrap items-center gap-x-4 gap-y-1">
              <span className="min-w-0 grow">{says}</span>
              {bindings[id].length > 0 ? (
                <KeyCaps keys={bindings[id]} />
              ) : (
                <span className="text-soft">{t('reviewing.noKey')}</span>
              )}
              <button
                type="button"
                className={quiet}
                aria-label={t('reviewing.changeOf', { command: says })}
                onClick={() => ask(id)}
                onBlur={() => asking === id && refused === null && ask(null)}
                onKeyDown={(event) => {
                  const key = keyName(event.nativeEvent)
                  if (asking !== id || key === null || key === 'Tab' || key === 'Shift+Tab') return
                  event.preventDefault()
                  event.stopPropagation()
                  if (key === 'Escape') ask(null)
                  else bind(id, key)
                }}
              >
                {asking === id ? t('reviewing.pressKey') : t('reviewing.change')}
              </button>
            </div>
            {asking === id && refused && (
              <p role="alert" className="mt-1 flex flex-wrap items-center gap-3 text-wrong">
                {refused.by
                  ? t('reviewing.takenBy', { key: printKey(refused.key), command: nameOf(refused.by) })
                  : t('reviewing.reserved', { key: printKey(refused.key) })}
                {refused.by && (
                  <button type="button" className={quiet} onClick={() => bind(id, refused.key, true)}>
                    {t('reviewing.takeIt')}
                  </button>
                )}
              </p>
            )}
          </li>
        ))}
      </ul>
      <p className="mt-4">
        <button type="button" className={secondary} onClick={() => onBind(usual)}>
          {t('reviewing.reset')}
        </button>
      </p>
    </>
  )
}
