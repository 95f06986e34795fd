import type { ReactNode } from 'react'
import type { Field } from '../../../grader/answers/field.ts'
import { layoutOf } from '../../fields/tensor/layout.ts'
import type { Translate } from '../../messages/catalogue.ts'
import { Label } from '../../paper/label.tsx'
import { Paper } from '../../paper/paper.tsx'

const keys = (n: number) => Array.from({ length: n }, (_, k) => k)
const line = 'inline-block h-7 w-32 border-b border-ink align-bottom'
const cell = 'h-8 w-16 border border-line'

/** Whether there is room for an answer within a line of text. */
export function blankInLine(field: Field | undefined): boolean {
  return field?.kind === 'number' || field?.kind === 'shape'
}

/** Room to write an answer on paper: what the field asks for says how much. */
export function Blank({ field, alone, t }: { field: Field; alone: boolean; t: Translate }) {
  const flows = !alone && blankInLine(field)
  const points = t('fields.points', { points: field.points })
  const asked = told(field, t)
  if (flows)
    return (
      <span className="whitespace-nowrap">
        <span className={line} role="img" aria-label={`${field.label}, ${points}`} />
        {asked ? <span className="eyebrow ml-1.5">({asked})</span> : null}
      </span>
    )
  return (
    <div className="printed-blank my-4">
      <p className="eyebrow mb-1.5">
        <span className="font-semibold text-ink">
          <Label of={field} />
        </span>{' '}
        {[points, ...(asked ? [asked] : [])].join(' · ')}
      </p>
      {room(field, t)}
    </div>
  )
}

/** What the page in the browser says beside such a field. */
function told(field: Field, t: Translate): string | null {
  switch (field.kind) {
    case 'number':
      return field.decimals === null ? null : t('fields.decimals', { n: field.decimals })
    case 'tensor':
      return field.decimals === null ? null : t('fields.cellDecimals', { n: field.decimals })
    case 'choice':
      return field.many ? t('fields.chooseAny') : null
    case 'order':
      return t('builder.paperOrder')
    case 'formula':
      return field.symbols.length === 0
        ? null
        : t('builder.paperNames', { names: field.symbols.map(({ name }) => name).join(', ') })
    case 'layers':
      return [
        t('fields.networkTask', { input: field.input.join(' × '), output: field.output.join(' × ') }),
        t('fields.budget', { budget: field.parameterBudget }),
      ].join(' ')
    default:
      return null
  }
}

function room(field: Field, t: Translate): ReactNode {
  switch (field.kind) {
    case 'number':
      return <span className={line} />
    case 'shape':
      return <Axes n={field.length ?? 4} />
    case 'tensor':
      // how large it is may be part of the answer
      return field.resizable ? <Lines n={5} /> : <Grid shape={field.shape} />
    case 'choice':
      return <Options many={field.many} options={field.options} />
    case 'order':
      return <Options many options={field.lines} />
    case 'formula':
      return (
        <div className="flex items-end gap-2">
          {field.targetNodes ? (
            <span>
              <Paper nodes={field.targetNodes} /> =
            </span>
          ) : null}
          <span className="h-10 grow border-b border-ink" />
        </div>
      )
    case 'upload':
      return <p className="text-soft">{t('builder.takesPage')}</p>
    default:
      return <Lines n={8} />
  }
}

function Axes({ n }: { n: number }) {
  return (
    <span className="flex flex-wrap items-end gap-2">
      {keys(n).map((k) => (
        <span key={k} className="flex items-end gap-2">
          {k > 0 ? '×' : ''}
          <span className="inline-block h-7 w-12 border-b border-ink" />
        </span>
      ))}
    </span>
  )
}

/** Boxes for every entry as on the page in the browser; of more than two axes slice after slice. */
function Grid({ shape }: { shape: readonly number[] }) {
  const { rows, columns, slices } = layoutOf(shape)
  return (
    <div className="flex flex-wrap gap-4">
      {slices.map((slice) => (
        <table key={slice.join()} className="border-collapse">
          <tbody>
            {keys(rows).map((row) => (
              <tr key={row}>
                {keys(columns).map((column) => (
                  <td key={column} className={cell} />
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      ))}
    </div>
  )
}

type Options = Extract<Field, { kind: 'choice' }>['options']

function Options({ options, many }: { options: Options; many: boolean }) {
  return (
    <ul className="flex flex-col gap-1.5">
      {options.map(({ id, nodes }) => (
        <li key={id} className="flex items-baseline gap-3">
          <span
            className={`inline-block size-4 shrink-0 translate-y-0.5 border border-ink ${many ? '' : 'rounded-full'}`}
          />
          <span className="min-w-0">
            <Paper nodes={nodes} />
          </span>
        </li>
      ))}
    </ul>
  )
}

function Lines({ n }: { n: number }) {
  return (
    <div>
      {keys(n).map((k) => (
        <div key={k} className="h-8 border-b border-rule" />
      ))}
    </div>
  )
}
