'use client'
import { layoutOf } from '../fields/tensor/layout.ts'
import { useMessages } from '../messages/provider.tsx'
import { ScrollBox } from '../paper/scroll-box.tsx'
import type { CellVerdict } from './result.ts'

interface Props {
  shape: readonly number[]
  cells: readonly string[]
  /** where cells were judged one by one */
  verdicts?: readonly CellVerdict[]
}

const looks = {
  right: { mark: '✓', colour: 'text-good', word: 'verdict.cellRight' },
  through: { mark: '✓', colour: 'text-good', word: 'verdict.cellThrough' },
  wrong: { mark: '✗', colour: 'text-wrong', word: 'verdict.cellWrong' },
  empty: { mark: '–', colour: 'text-soft', word: 'verdict.cellEmpty' },
  unreadable: { mark: '△', colour: 'text-caution', word: 'verdict.cellUnreadable' },
} as const

/** Values between matrix brackets, slice by slice, each cell with its verdict. */
export function ValueGrid({ shape, cells, verdicts }: Props) {
  const { t } = useMessages()
  const layout = layoutOf(shape)
  const perSlice = layout.rows * layout.columns
  return (
    <div className="flex flex-wrap gap-x-6 gap-y-3">
      {layout.slices.map((slice, index) => (
        <div key={slice.join()} className="max-w-full">
          {slice.length > 0 && <p className="eyebrow mb-1">{t('fields.slice', { index: slice.join(', ') })}</p>}
          <ScrollBox className="max-w-full">
            <table className="bracketed interface">
              <tbody>
                {Array.from({ length: layout.rows }, (_, row) => (
                  <tr key={row}>
                    {Array.from({ length: layout.columns }, (_, column) => {
                      const position = index * perSlice + row * layout.columns + column
                      const look = verdicts?.[position] && looks[verdicts[position]]
                      return (
                        <td key={column} className="px-2 py-0.5 text-right whitespace-nowrap">
                          <bdi>{cells[position] || <span className="text-soft">·</span>}</bdi>
                          {look && (
                            <span className={`ml-1 inline-block w-3.5 ${look.colour}`}>
                              <span aria-hidden="true">{look.mark}</span>
                              <span className="sr-only">{t(look.word)}</span>
                            </span>
                          )}
                        </td>
                      )
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
