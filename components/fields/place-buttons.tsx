'use client'
import { useMessages } from '../messages/provider.tsx'
import { quiet } from '../site/buttons.ts'

const words = {
  line: { up: 'fields.lineUp', down: 'fields.lineDown', remove: 'fields.lineRemove' },
  layer: { up: 'fields.layerUp', down: 'fields.layerDown', remove: 'fields.layerRemove' },
} as const

interface Props {
  of: keyof typeof words
  /** from 1 */
  place: number
  all: number
  disabled: boolean
  onMove: (by: -1 | 1) => void
  onRemove: () => void
}

/** Moves an entry of a list up or down, or takes it out. */
export function PlaceButtons({ of, place, all, disabled, onMove, onRemove }: Props) {
  const { t } = useMessages()
  const { up, down, remove } = words[of]
  const button = (sign: string, label: string, off: boolean, onClick: () => void) => (
    <button type="button" className={quiet} disabled={disabled || off} aria-label={label} onClick={onClick}>
      <span aria-hidden="true">{sign}</span>
    </button>
  )
  return (
    <span className="flex gap-1">
      {button('↑', t(up, { place }), place === 1, () => onMove(-1))}
      {button('↓', t(down, { place }), place === all, () => onMove(1))}
      {button('×', t(remove, { place }), false, onRemove)}
    </span>
  )
}
