import type { Labelled } from '../../grader/answers/field.ts'
import { Paper } from './paper.tsx'

/** What a field is called, with its formulas; who listens hears it in plain words. */
export function Label({ of: { label, labelNodes } }: { of: Labelled }) {
  if (!labelNodes) return label
  return (
    <span className="relative">
      <span className="sr-only">{label}</span>
      {/* one that is wider than its place is cut off there: there is no way into what nobody hears */}
      <span aria-hidden="true" className="inline-block max-w-full overflow-x-clip align-bottom">
        <Paper nodes={labelNodes} />
      </span>
    </span>
  )
}
