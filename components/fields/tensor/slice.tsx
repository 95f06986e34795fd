'use client'
import type { ClipboardEvent, KeyboardEvent } from 'react'
import { useMessages } from '../../messages/provider.tsx'
import { type GridLayout, stepTo } from './layout.ts'

interface Props {
  id: string
  layout: GridLayout
  /** leading indices of this slice, from 1 */
  leading: readonly number[]
  /** position of its first cell */
  first: number
  cells: readonly string[]
  badCells: readonly number[]
  disabled: boolean
  onWrite: (position: number, text: string) => void
  onFocus: (position: number) => void
  onMove: (position: number) => void
  onPaste: (event: ClipboardEvent, position: number) => void
}

/** Rows and columns of cells between matrix brackets. */
export function Slice(props: Props) {
  const { layout, leading, first, cells, disabled } = props
  const { t } = useMessages()
  const name = (row: number, column: number): string => {
    if (layout.along !== 'none') return t('fields.entry', { n: layout.along === 'down' ? row : column })
    const place = t('fields.cell', { row, column })
    return leading.length === 0 ? place : t('fields.cellOfSlice', { slice: leading.join(', '), place })
  }
  const walk = (event: KeyboardEvent<HTMLInputElement>, position: number) => {
    const input = event.currentTarget
    const [start, end] = [input.selectionStart ?? 0, input.selectionEnd ?? 0]
    const whole = start === 0 && end === input.value.length
    const target = stepTo(layout, position, {
      key: event.key,
      shift: event.shiftKey,
      control: event.ctrlKey || event.metaKey,
      atStart: whole || (start === 0 && end === 0),
      atEnd: whole || start === input.value.length,
    })
    if (target === null || event.altKey) return
    event.preventDefault()
    props.onMove(target)
  }
  return (
    <div className="max-w-full">
      {leading.length > 0 && <p className="eyebrow mb-1">{t('fields.slice', { index: leading.join(', ') })}</p>}
      <div className="max-w-full overflow-x-auto p-0.5">
        <div
          className="bracketed inline-grid gap-px py-0.5"
          style={{ gridTemplateColumns: `repeat(${layout.columns}, minmax(3.4rem, 5.25rem))` }}
        >
          {Array.from({ length: layout.rows * layout.columns }, (_, index) => {
            const position = first + index
            return (
              <input
                key={position}
                id={position === 0 ? props.id : undefined}
                data-cell={position}
                className="ruled w-full min-w-0 px-1 text-center"
                type="text"
                inputMode="decimal"
                autoComplete="off"
                spellCheck={false}
                maxLength={200}
                value={cells[position] ?? ''}
                disabled={disabled}
                aria-invalid={props.badCells.includes(position)}
                aria-label={name(Math.floor(index / layout.columns) + 1, (index % layout.columns) + 1)}
                onChange={(event) => props.onWrite(position, event.currentTarget.value)}
                onFocus={(event) => {
                  event.currentTarget.select()
                  props.onFocus(position)
                }}
                onKeyDown={(event) => walk(event, position)}
                onPaste={(event) => props.onPaste(event, position)}
              />
            )
          })}
        </div>
      </div>
    </div>
  )
}
