'use client'
import { activations, type LayerKind, type LayerRow, layerKinds } from '../../../grader/answers/raw-answer.ts'
import { useMessages } from '../../messages/provider.tsx'
import { PlaceButtons } from '../place-buttons.tsx'
import { asKind, cellsOf, type LayerCell } from './columns.ts'

interface Props {
  id: string
  row: LayerRow
  index: number
  count: number
  /** what comes out of it, once it can be worked out */
  shape: number[] | null
  parameters: number | null
  disabled: boolean
  onChange: (row: LayerRow) => void
  onMove: (by: -1 | 1) => void
  onRemove: () => void
}

const titles = {
  units: 'fields.units',
  kernel: 'fields.kernel',
  stride: 'fields.stride',
  padding: 'fields.padding',
  activation: 'fields.activation',
} as const

/** One layer: its kind, what that kind asks for, the shape that leaves it, and where it stands. */
export function LayerLineEditor(props: Props) {
  const { id, row, index, disabled, onChange } = props
  const { t } = useMessages()
  const place = index + 1
  const title = (cell: LayerCell) =>
    t(
      row.layer === 'conv' && cell === 'units'
        ? 'fields.filters'
        : row.layer === 'dropout'
          ? 'fields.rate'
          : titles[cell],
    )
  return (
    <li data-row={index} className="flex flex-wrap items-end gap-x-3 gap-y-2 border-b border-rule py-2.5">
      <span className="interface min-w-5 pb-1.5 text-soft">{place}.</span>
      <label className="eyebrow">
        {t('fields.layerKind')}
        <select
          className="ruled block w-36"
          value={row.layer}
          disabled={disabled}
          onChange={(event) => onChange(asKind(row, event.currentTarget.value as LayerKind))}
        >
          {layerKinds.map((kind) => (
            <option key={kind} value={kind}>
              {t('fields.layerName', { kind })}
            </option>
          ))}
        </select>
      </label>
      {cellsOf[row.layer].map((cell) => (
        <span key={cell} className="eyebrow">
          <label htmlFor={`${id}-${cell}`}>{title(cell)}</label>
          <Cell id={`${id}-${cell}`} row={row} cell={cell} disabled={disabled} onChange={onChange} />
        </span>
      ))}
      <span className="interface min-w-28 grow pb-1.5 text-right text-soft">
        {props.shape && t('fields.layerOut', { shape: props.shape.join(' × '), parameters: props.parameters ?? 0 })}
      </span>
      <div className="pb-1">
        <PlaceButtons
          of="layer"
          place={place}
          all={props.count}
          disabled={disabled}
          onMove={props.onMove}
          onRemove={props.onRemove}
        />
      </div>
    </li>
  )
}

/** What is typed or chosen of a layer. */
function Cell(props: Pick<Props, 'id' | 'row' | 'disabled' | 'onChange'> & { cell: LayerCell }) {
  const { id, row, cell, disabled, onChange } = props
  const { t } = useMessages()
  const write = (text: string) => onChange({ ...row, [cell]: text })
  if (cell !== 'activation') {
    return (
      <input
        id={id}
        className="ruled block w-20"
        type="text"
        inputMode={cell === 'units' ? 'decimal' : 'text'}
        autoComplete="off"
        maxLength={64}
        value={row[cell]}
        disabled={disabled}
        onChange={(event) => write(event.currentTarget.value)}
      />
    )
  }
  return (
    <select
      id={id}
      className="ruled block w-28"
      value={row.activation || 'none'}
      disabled={disabled}
      onChange={(event) => write(event.currentTarget.value)}
    >
      {activations.map((name) => (
        <option key={name} value={name}>
          {t('fields.activationName', { name })}
        </option>
      ))}
    </select>
  )
}
