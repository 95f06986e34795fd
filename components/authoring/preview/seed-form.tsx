'use client'
import { type FormEvent, useState } from 'react'
import { useMessages } from '../../messages/provider.tsx'
import { quiet } from '../../site/buttons.ts'

/** Draws the numbers of a seed, or of any other. */
export function SeedForm({ seed, onSeed }: { seed: string; onSeed: (seed: string) => void }) {
  const { t } = useMessages()
  const [typed, setTyped] = useState(seed)
  const draw = (next: string) => {
    setTyped(next)
    onSeed(next)
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    draw(typed.trim() || seed)
  }
  return (
    <form onSubmit={submit} className="interface flex flex-wrap items-center gap-2">
      <label htmlFor="preview-seed" className="eyebrow">
        {t('authoring.seed')}
      </label>
      <input
        id="preview-seed"
        className="ruled w-32 min-w-0"
        value={typed}
        maxLength={80}
        autoComplete="off"
        onChange={(event) => setTyped(event.target.value)}
      />
      <button type="submit" className={quiet}>
        {t('authoring.draw')}
      </button>
      <button type="button" className={quiet} onClick={() => draw(crypto.randomUUID().slice(0, 8))}>
        {t('authoring.another')}
      </button>
    </form>
  )
}
