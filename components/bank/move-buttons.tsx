'use client'
import { useMessages } from '../messages/provider.tsx'
import { quiet } from '../site/buttons.ts'

interface Props {
  title: string
  first: boolean
  last: boolean
  busy: boolean
  onMove: (by: 'up' | 'down') => void
}

/** Moves a question within its collection. They stay where the keyboard is, also where they can do nothing. */
export function MoveButtons({ title, first, last, busy, onMove }: Props) {
  const { t } = useMessages()
  const button = (by: 'up' | 'down', cannot: boolean, name: string, sign: string) => (
    <button
      type="button"
      className={`${quiet} aria-disabled:cursor-not-allowed aria-disabled:opacity-60`}
      aria-disabled={cannot || busy}
      aria-label={name}
      onClick={() => {
        if (!cannot && !busy) onMove(by)
      }}
    >
      {sign}
    </button>
  )
  return (
    <span className="flex gap-1">
      {button('up', first, t('bank.moveUp', { title }), '↑')}
      {button('down', last, t('bank.moveDown', { title }), '↓')}
    </span>
  )
}
