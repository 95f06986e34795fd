'use client'
import { type ClipboardEvent, useRef, useState } from 'react'
import { useMessages } from '../../messages/provider.tsx'
import type { ControlProps } from '../props.ts'
import { turnSign } from '../sign-button.tsx'
import { GridFoot } from './grid-foot.tsx'
import { laidInto, layoutOf, resized } from './layout.ts'
import { Slice } from './slice.tsx'

/** Text that holds more than one entry: worth reading as a whole matrix when it is pasted. */
const several = /[\s;[\](){}&|]|,.*,|\\/

/** A grid of cells in matrix brackets; a tensor of higher rank is a row of labelled slices. */
export function TensorField({ field, value, onChange, onLeave, disabled, ...at }: ControlProps<'tensor'>) {
  const { t } = useMessages()
  const shape = value?.shape ?? field.shape
  const size = shape.reduce((product, n) => product * n, 1)
  const cells = Array.from({ length: size }, (_, index) => value?.cells[index] ?? '')
  const layout = layoutOf(shape)
  const box = useRef<HTMLFieldSetElement>(null)
  const lastCell = useRef(0)
  const [pasteNote, setPasteNote] = useState<string | null>(null)

  const cellAt = (position: number) => box.current?.querySelector<HTMLInputElement>(`[data-cell="${position}"]`)
  const store = (next: string[], nextShape: readonly number[] = shape) => {
    const same = nextShape.every((n, axis) => n === field.shape[axis])
    const empty = same && next.every((cell) => cell === '')
    onChange(empty ? null : { kind: 'tensor', shape: [...nextShape], cells: next })
  }
  const write = (position: number, text: string) => {
    setPasteNote(null)
    store(cells.map((cell, index) => (index === position ? text : cell)))
  }
  const paste = async (event: ClipboardEvent, position: number) => {
    const text = event.clipboardData.getData('text/plain')
    if (!several.test(text.trim())) return
    event.preventDefault()
    const readPasted = await import('./read-pasted.ts').then(
      (piece) => piece.readPasted,
      () => null,
    )
    // without a network nothing tells the numbers apart; what was pasted is not lost
    if (!readPasted) return write(position, text.trim())
    const block = readPasted(text, shape)
    if (!block.ok) return setPasteNote(block.message)
    const laid = laidInto({ shape, cells }, position, block)
    if (laid) {
      setPasteNote(t('fields.pasted', { shape: block.shape.join(' × ') }))
      return store(laid)
    }
    if (field.resizable && block.shape.length === shape.length) {
      setPasteNote(t('fields.pasted', { shape: block.shape.join(' × ') }))
      return store(block.cells, block.shape)
    }
    setPasteNote(t('fields.pasteMisfit', { pasted: block.shape.join(' × '), grid: shape.join(' × ') }))
  }

  return (
    <fieldset
      ref={box}
      aria-labelledby={at.labelledBy}
      aria-describedby={at.describedBy}
      className="min-w-0 max-w-full"
      onBlur={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget)) onLeave()
      }}
    >
      <div className="flex max-w-full flex-wrap gap-x-6 gap-y-3">
        {layout.slices.map((slice, index) => (
          <Slice
            key={slice.join()}
            id={at.id}
            layout={layout}
            leading={slice}
            first={index * layout.rows * layout.columns}
            cells={cells}
            badCells={at.badCells}
            disabled={disabled}
            onWrite={write}
            onFocus={(position) => {
              lastCell.current = position
            }}
            onMove={(position) => cellAt(position)?.focus()}
            onPaste={paste}
          />
        ))}
      </div>
      <GridFoot
        field={field}
        shape={shape}
        disabled={disabled}
        note={pasteNote}
        onResize={(next) => store(resized(cells, shape, next), next)}
        onSign={() => {
          write(lastCell.current, turnSign(cells[lastCell.current] ?? ''))
          cellAt(lastCell.current)?.focus()
        }}
      />
    </fieldset>
  )
}
