'use client'
import type { Field } from '../../grader/answers/field.ts'
import type { PaperNode } from '../../grader/answers/paper.ts'
import type { RawAnswer } from '../../grader/answers/raw-answer.ts'
import { useMessages } from '../messages/provider.tsx'
import { Paper } from '../paper/paper.tsx'
import { typed } from '../paper/typed.ts'
import { FormulaShown } from './formula-shown.tsx'
import type { CellVerdict } from './result.ts'
import { ValueGrid } from './value-grid.tsx'

interface Props {
  field: Field
  answer: RawAnswer | null
  verdicts?: readonly CellVerdict[]
}

/** What a student answered, exactly as it was typed. */
export function AnswerShown({ field, answer, verdicts }: Props) {
  const { t } = useMessages()
  if (!answer) return <span className="text-soft italic">{t('verdict.noAnswer')}</span>
  switch (answer.kind) {
    case 'number':
    case 'shape':
      return <span className={`interface block ${typed}`}>{answer.text}</span>
    case 'tensor':
      return <ValueGrid shape={answer.shape} cells={answer.cells} verdicts={verdicts} />
    case 'formula':
      return field.kind === 'formula' ? (
        <FormulaShown field={field} notation={answer.notation} source={answer.source} />
      ) : null
    case 'choice':
      return field.kind === 'choice' ? <Lines entries={field.options} ids={answer.chosen} ordered={false} /> : null
    case 'order':
      return field.kind === 'order' ? <Lines entries={field.lines} ids={answer.lines} ordered /> : null
    case 'text':
      return <p className={`whitespace-pre-wrap ${typed}`}>{answer.markdown}</p>
    case 'upload':
      return null
    case 'layers':
      return (
        <ol className="interface list-decimal space-y-0.5 pl-6">
          {answer.rows.map(({ layer, units, kernel, stride, padding, activation }, index) => (
            <li key={index}>
              {t('fields.layerName', { kind: layer })}{' '}
              <bdi className={typed}>
                {[units, kernel, stride, padding, activation].filter((cell) => cell && cell !== 'none').join(', ')}
              </bdi>
            </li>
          ))}
        </ol>
      )
  }
}

interface LinesProps {
  entries: readonly { id: string; nodes: PaperNode[] }[]
  ids: readonly string[]
  ordered: boolean
}

/** Chosen options, or lines in their order. */
export function Lines({ entries, ids, ordered }: LinesProps) {
  const List = ordered ? 'ol' : 'ul'
  return (
    <List className={ordered ? 'list-decimal space-y-1 pl-6' : 'space-y-1'}>
      {ids.map((id) => (
        <li key={id}>
          <Paper nodes={entries.find((entry) => entry.id === id)?.nodes ?? [id]} />
        </li>
      ))}
    </List>
  )
}
