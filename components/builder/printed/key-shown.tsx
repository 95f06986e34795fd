'use client'
import type { Field } from '../../../grader/answers/field.ts'
import type { PaperNode } from '../../../grader/answers/paper.ts'
import { useMessages } from '../../messages/provider.tsx'
import { Label } from '../../paper/label.tsx'
import { Paper } from '../../paper/paper.tsx'
import { AcceptedShown } from '../../result/accepted-shown.tsx'
import { ExpectedShown } from '../../result/expected-shown.tsx'
import type { Accepted, Tensor } from '../../result/result.ts'

export interface ShownKey {
  name: string
  expected: Tensor | string | null
  expectedNodes: PaperNode[] | null
  accepted: Accepted | null
  rubric: { nodes: PaperNode[]; points: number }[]
  solution: PaperNode[]
}

/** What is right in a field, how exact it has to be, and how one gets there. */
export function KeyShown({ field, shown }: { field: Field; shown: ShownKey }) {
  const { t } = useMessages()
  const told = shown.expected !== null || shown.expectedNodes !== null
  return (
    <article className="my-4 border-l-2 border-good pl-4" aria-label={field.label}>
      <p className="interface">
        <span className="font-semibold">
          <Label of={field} />
        </span>{' '}
        <span className="text-soft">{t('fields.points', { points: field.points })}</span>
      </p>
      {told ? (
        <div className="mt-1">
          <p className="eyebrow">{t('builder.expected')}</p>
          <ExpectedShown field={field} shown={shown} />
        </div>
      ) : null}
      {shown.accepted ? <AcceptedShown accepted={shown.accepted} /> : null}
      {shown.rubric.length > 0 ? (
        <div className="mt-2">
          <p className="eyebrow">{t('builder.rubric')}</p>
          <ul>
            {shown.rubric.map(({ nodes, points }, k) => (
              <li key={k} className="flex items-baseline gap-3">
                <span className="interface shrink-0 text-soft">{t('fields.points', { points })}</span>
                <span>
                  <Paper nodes={nodes} />
                </span>
              </li>
            ))}
          </ul>
        </div>
      ) : null}
      {shown.solution.length > 0 ? (
        <div className="mt-2">
          <p className="eyebrow">{t('builder.solution')}</p>
          <Paper nodes={shown.solution} />
        </div>
      ) : null}
    </article>
  )
}
