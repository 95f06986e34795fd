import type { Labelled } from '../../grader/answers/field.ts'
import { Paper } from './paper.tsx'

// one that is wider than its place is cut off there: nobody can step into what is not heard
const formulas = '[&_[data-inline]]:inline-block [&_[data-inline]]:max-w-full [&_[data-inline]]:overflow-x-clip'

/** What a field is called, with its formulas; who listens hears it in plain words. */
export function Label({ of: { label, labelNodes } }: { of: Labelled }) {
  if (!labelNodes) return label
  return (
    <span className="relative">
      <span className="sr-only">{label}</span>
      <span aria-hidden="true" className={formulas}>
        <Paper nodes={labelNodes} />
      </span>
    </span>
  )
}
