'use client'
import { Dialog } from '@base-ui/react/dialog'
import { useId, useState } from 'react'
import { useMessages } from '../../../messages/provider.tsx'
import { link, quiet } from '../../../site/buttons.ts'
import { type Bindings, keysOf } from './bindings.ts'
import type { CommandId } from './commands.ts'
import { KeyCaps } from './key-caps.tsx'
import { KeyEditor } from './key-editor.tsx'

export interface Listed {
  id: CommandId
  says: string
}

interface Props {
  /** that can be run now */
  commands: readonly Listed[]
  /** that have keys */
  all: readonly Listed[]
  bindings: Bindings
  onRun: (id: CommandId) => void
  onBind: (bindings: Bindings) => void
  onClose: () => void
}

/** Lists every command that can be run now with its keys, runs one, and lets keys be changed. */
export default function Palette({ commands, all, bindings, onRun, onBind, onClose }: Props) {
  const { t } = useMessages()
  const [editing, setEditing] = useState(false)
  return (
    <Dialog.Root open onOpenChange={(open) => !open && onClose()}>
      <Dialog.Portal>
        <Dialog.Backdrop className="fixed inset-0 z-20 bg-ink/45 dark:bg-paper/75" />
        <Dialog.Popup className="fixed inset-x-3 top-[8dvh] z-30 mx-auto flex max-h-[84dvh] max-w-xl flex-col border-t-4 border-accent bg-paper p-5 text-ink">
          <div className="mb-3 flex items-baseline justify-between gap-4">
            <Dialog.Title className="text-lead font-semibold">{t('reviewing.keysTitle')}</Dialog.Title>
            <Dialog.Close className={quiet}>{t('reviewing.close')}</Dialog.Close>
          </div>
          {editing ? (
            <KeyEditor commands={all} bindings={bindings} onBind={onBind} />
          ) : (
            <CommandList commands={commands} bindings={bindings} onRun={onRun} />
          )}
          <p className="mt-4">
            <button type="button" className={`interface ${link}`} onClick={() => setEditing(!editing)}>
              {editing ? t('reviewing.backToCommands') : t('reviewing.changeKeys')}
            </button>
          </p>
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  )
}

/** A field that finds, arrows that choose, Enter that runs. */
function CommandList({ commands, bindings, onRun }: Pick<Props, 'commands' | 'bindings' | 'onRun'>) {
  const { t } = useMessages()
  const id = useId()
  const [sought, setSought] = useState('')
  const [at, setAt] = useState(0)
  const words = sought.toLowerCase().split(/\s+/)
  const found = commands.filter(({ says }) => words.every((word) => says.toLowerCase().includes(word)))
  const chosen = Math.min(at, found.length - 1)
  const move = (to: number) => {
    setAt(to)
    document.getElementById(`${id}-${to}`)?.scrollIntoView({ block: 'nearest' })
  }
  return (
    <>
      <input
        // biome-ignore lint/a11y/noAutofocus: the dialog is opened to type here
        autoFocus
        role="combobox"
        aria-label={t('reviewing.findCommand')}
        aria-expanded="true"
        aria-controls={`${id}-list`}
        aria-activedescendant={chosen >= 0 ? `${id}-${chosen}` : undefined}
        aria-autocomplete="list"
        autoComplete="off"
        className="ruled mb-2 w-full"
        placeholder={t('reviewing.findCommand')}
        value={sought}
        onChange={(event) => {
          setSought(event.target.value)
          setAt(0)
        }}
        onKeyDown={(event) => {
          const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
          if (step && found.length > 0) {
            event.preventDefault()
            move((chosen + step + found.length) % found.length)
          }
          const one = found[chosen]
          if (event.key === 'Enter' && one) {
            event.preventDefault()
            onRun(one.id)
          }
        }}
      />
      {found.length === 0 && <p className="interface text-soft">{t('reviewing.noCommand')}</p>}
      <div
        role="listbox"
        id={`${id}-list`}
        aria-label={t('reviewing.keysTitle')}
        className="interface min-h-0 overflow-y-auto"
      >
        {found.map((one, k) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: keys are handled by the field that owns the list
          <div
            key={one.id}
            id={`${id}-${k}`}
            role="option"
            aria-selected={k === chosen}
            tabIndex={-1}
            className={`flex min-h-9 cursor-pointer items-center justify-between gap-4 px-2 py-1 ${k === chosen ? 'bg-wash' : ''}`}
            onClick={() => onRun(one.id)}
          >
            <span className="min-w-0">{one.says}</span>
            <KeyCaps keys={keysOf(bindings, one.id)} />
          </div>
        ))}
      </div>
    </>
  )
}
