import type { Labelled } from '../../../grader/answers/field.ts'
import type { Translate } from '../../messages/catalogue.ts'
import { Label } from '../../paper/label.tsx'
import { ValueGrid } from '../../result/value-grid.tsx'
import { printBand, printValue } from '../../result/values.ts'

/** Row-major values; a scalar has shape []. */
export interface PreviewTensor {
  shape: number[]
  data: number[]
}

export interface ExpectedField extends Labelled {
  name: string
  decimals: number | null
  value: PreviewTensor
  bands: number[]
}

/** What is right in every computed field, each entry with its band. */
export function ExpectedValues({ fields, t }: { fields: readonly ExpectedField[]; t: Translate }) {
  return (
    <ul className="grid gap-x-10 gap-y-6 md:grid-cols-2">
      {fields.map(({ name, decimals, value, bands, ...named }) => (
        <li key={name} className="min-w-0">
          <h3 className="eyebrow mb-1.5">
            <Label of={named} />
          </h3>
          <PreviewValue
            shape={value.shape}
            cells={value.data.map((entry, k) => {
              const band = bands[k] ?? 0
              const text = printValue(entry, band === 0 ? null : decimals)
              return band === 0 ? t('staff.exactly', { text }) : t('staff.withBand', { text, band: printBand(band) })
            })}
          />
        </li>
      ))}
    </ul>
  )
}

/** One number in its line, anything else between brackets. */
export function PreviewValue({ shape, cells }: { shape: readonly number[]; cells: readonly string[] }) {
  return shape.length === 0 ? <p className="interface">{cells[0]}</p> : <ValueGrid shape={shape} cells={cells} />
}
