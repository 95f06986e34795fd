'use client'
import type { Field } from '../../grader/answers/field.ts'
import { Paper } from '../paper/paper.tsx'
import { FormulaShown } from './formula-shown.tsx'
import type { ShownField, Tensor } from './result.ts'
import { ValueGrid } from './value-grid.tsx'
import { printValue } from './values.ts'

/** What the reference gave. */
export function ExpectedShown(props: { field: Field; shown: Pick<ShownField, 'expected' | 'expectedNodes'> }) {
  const { field, shown } = props
  if (shown.expectedNodes) return <Paper nodes={shown.expectedNodes} />
  if (typeof shown.expected === 'string') {
    if (field.kind !== 'formula') return <span>{shown.expected}</span>
    return <FormulaShown field={field} notation="text" source={shown.expected} />
  }
  return shown.expected && <TensorShown field={field} tensor={shown.expected} />
}

/** Values of a field, with the decimals it asks for. */
export function TensorShown({ field, tensor }: { field: Field; tensor: Tensor }) {
  const decimals = field.kind === 'number' || field.kind === 'tensor' ? field.decimals : null
  const cells = tensor.data.map((value) => printValue(value, decimals))
  if (field.kind === 'shape') return <span className="interface">{cells.join(' × ')}</span>
  if (tensor.shape.length === 0) return <span className="interface">{cells[0]}</span>
  return <ValueGrid shape={tensor.shape} cells={cells} />
}
