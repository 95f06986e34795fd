import type { Labelled } from '../../../grader/answers/field.ts'
import type { PaperNode } from '../../../grader/answers/paper.ts'
import type { Translate } from '../../messages/catalogue.ts'
import { Label } from '../../paper/label.tsx'
import { Paper } from '../../paper/paper.tsx'
import { printValue } from '../../result/values.ts'
import { type PreviewTensor, PreviewValue } from './expected-values.tsx'

export interface PreviewedAlternative {
  id: string
  kind: 'mistake' | 'convention'
  automatic: boolean
  /** null where the properties of the answer decide */
  earns: number | null
  says: PaperNode[]
  gives: (Labelled & { decimals: number | null; value: PreviewTensor | null; formula: PaperNode | null })[]
}

/** Every mistake and convention: what it gives for these numbers, and what its student is told. */
export function Alternatives({ all, t }: { all: readonly PreviewedAlternative[]; t: Translate }) {
  if (all.length === 0) return <p>{t('staff.noAlternatives')}</p>
  return (
    <ul className="space-y-6">
      {all.map(({ id, kind, automatic, earns, says, gives }) => (
        <li key={id} className="border-b border-rule pb-5 last:border-0">
          <h3 className="interface flex flex-wrap gap-x-4">
            <span className="font-semibold break-all">{id}</span>
            <span className="text-soft">
              {t('staff.alternativeKind', { kind, automatic: String(automatic) })}
              {earns !== null && <>, {t('staff.alternativeEarns', { share: Math.round(100 * earns) })}</>}
            </span>
          </h3>
          <div className="mt-1 max-w-measure">
            <Paper nodes={says} />
          </div>
          <div className="mt-3 flex flex-wrap gap-x-8 gap-y-3">
            {gives.map((given) => (
              <div key={given.label} className="max-w-full min-w-0">
                <p className="eyebrow mb-1">
                  <Label of={given} />
                </p>
                {given.formula && <Paper nodes={[given.formula]} />}
                {given.value && (
                  <PreviewValue
                    shape={given.value.shape}
                    cells={given.value.data.map((entry) => printValue(entry, given.decimals))}
                  />
                )}
              </div>
            ))}
          </div>
        </li>
      ))}
    </ul>
  )
}
