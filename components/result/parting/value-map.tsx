'use client'
import { layoutOf } from '../../fields/tensor/layout.ts'
import { useMessages } from '../../messages/provider.tsx'
import { ScrollBox } from '../../paper/scroll-box.tsx'
import { heatLevel } from './heat.ts'

export interface MapCell {
  text: string
  /** what its colour stands for; null is not coloured */
  value: number | null
  /** neither right nor followed through */
  off?: boolean
  /** the very first one */
  first?: boolean
  /** said in the place of a text that is a mere sign */
  spoken?: string
}

const nothing: MapCell = { text: '', value: null }

interface Props {
  title: string
  shape: readonly number[]
  cells: readonly MapCell[]
  /** values of this size have the strongest colour */
  most: number
  /** of a tensor of rank 3 and more, which slices are drawn; all if absent */
  slices?: readonly number[]
}

/** Values as a heat map with the numbers in it, slice by slice. Colour and sign say the same, and so does the text. */
export function ValueMap({ title, shape, cells, most, slices }: Props) {
  const { t } = useMessages()
  const layout = layoutOf(shape)
  const perSlice = layout.rows * layout.columns
  const numbered = layout.rows > 1 && layout.columns > 1
  const drawn = slices ?? layout.slices.map((_, k) => k)
  return (
    <div className="max-w-full min-w-0">
      <p className="eyebrow mb-1">{title}</p>
      {drawn.map((slice) => (
        <div key={slice} className="mb-2 max-w-full last:mb-0">
          {layout.slices.length > 1 && (
            <p className="eyebrow mb-0.5">{t('fields.slice', { index: layout.slices[slice]?.join(', ') ?? '' })}</p>
          )}
          <ScrollBox className="max-w-full p-0.5">
            <table className="interface border-separate border-spacing-px">
              <caption className="sr-only">{title}</caption>
              {numbered && (
                <thead>
                  <tr>
                    <td />
                    {Array.from({ length: layout.columns }, (_, column) => (
                      <th key={column} scope="col" className="eyebrow text-center font-normal">
                        {column + 1}
                      </th>
                    ))}
                  </tr>
                </thead>
              )}
              <tbody>
                {Array.from({ length: layout.rows }, (_, row) => (
                  <tr key={row}>
                    {numbered && (
                      <th scope="row" className="eyebrow pr-1 text-right font-normal">
                        {row + 1}
                      </th>
                    )}
                    {Array.from({ length: layout.columns }, (_, column) => {
                      const position = slice * perSlice + row * layout.columns + column
                      return <Cell key={column} cell={cells[position] ?? nothing} most={most} />
                    })}
                  </tr>
                ))}
              </tbody>
            </table>
          </ScrollBox>
        </div>
      ))}
    </div>
  )
}

function Cell({ cell, most }: { cell: MapCell; most: number }) {
  const { t } = useMessages()
  const { text, value, off, first, spoken } = cell
  return (
    <td
      className="heat-cell"
      data-heat={heatLevel(value, most)}
      data-off={off || undefined}
      data-first={first || undefined}
    >
      {off && <span aria-hidden="true">{first ? '▸' : '✗'} </span>}
      {spoken ? (
        <>
          <span aria-hidden="true">{text}</span>
          <span className="sr-only">{spoken}</span>
        </>
      ) : (
        text || '·'
      )}
      {off && <span className="sr-only"> {first ? t('parting.firstHere') : t('parting.offHere')}</span>}
    </td>
  )
}
