'use client'
import { useMessages } from '../messages/provider.tsx'
import { link, quiet } from '../site/buttons.ts'
import { CountField } from './count-field.tsx'
import { DragHandle, DropLine, type Handle } from './drag-handle.tsx'
import type { KnownQuestion, PlannedQuestion } from './plan.ts'

export interface RowActions {
  /** `grip`: by the keys of its handle */
  shift: (slug: string, by: -1 | 1, grip?: boolean) => void
  /** what drags it */
  handle: (slug: string) => Handle
  moveTo: (slug: string, section: number) => void
  remove: (slug: string) => void
  setPoints: (slug: string, points: number | null) => void
}

interface Props {
  question: PlannedQuestion
  known: KnownQuestion | undefined
  number: number
  first: boolean
  last: boolean
  /** names of all sections, where there are several */
  sections: readonly string[]
  /** which of them it is in */
  section: number
  /** another one would be let go before it, or it is the one that is dragged */
  drag: 'before' | 'self' | null
  actions: RowActions
}

/** A question of the exam: its place, its points, and where it may go. */
export function QuestionRow({ question, known, number, first, last, sections, section, drag, actions }: Props) {
  const { t } = useMessages()
  const { slug, points } = question
  const title = known?.title ?? slug
  const own = known?.points ?? null
  return (
    <li
      id={`question-${slug}`}
      className={`relative flex flex-wrap items-center gap-x-4 gap-y-2 border-b border-rule py-3 ${
        drag === 'self' ? 'opacity-50' : ''
      }`}
    >
      {drag === 'before' ? <DropLine /> : null}
      <span className="-mr-2">
        <DragHandle
          name={t('builder.drag', { title })}
          handle={actions.handle(slug)}
          first={first}
          last={last}
          onShift={(by) => actions.shift(slug, by, true)}
        />
      </span>
      <span className="w-6 shrink-0 text-right text-soft">{number}</span>
      <span className="min-w-0 grow basis-48">
        <a
          className={link}
          href={`/staff/questions/${slug}`}
          target="_blank"
          rel="noopener"
          aria-label={t('builder.look', { title })}
        >
          {title}
        </a>
        {known?.problem ? (
          <span className="block text-fine whitespace-pre-line text-wrong">{known.problem}</span>
        ) : null}
      </span>
      <CountField
        name={t('builder.pointsOf', { title })}
        hiddenName
        unit={t('builder.pointsUnit')}
        fine
        optional
        least={0.01}
        most={1_000}
        value={points}
        placeholder={own === null ? t('builder.ownPointsUnknown') : t('builder.ownPoints', { points: own })}
        onChange={(given) => actions.setPoints(slug, given)}
      />
      <span className="flex flex-wrap items-center gap-1.5">
        {sections.length > 1 ? (
          <select
            className="ruled w-32 text-fine"
            aria-label={t('builder.moveTo', { title })}
            value={section}
            onChange={(event) => actions.moveTo(slug, Number(event.target.value))}
          >
            {sections.map((name, k) => (
              <option key={`${k}:${name}`} value={k}>
                {name}
              </option>
            ))}
          </select>
        ) : null}
        <button
          type="button"
          className={quiet}
          data-move="up"
          disabled={first}
          aria-label={t('builder.up', { title })}
          onClick={() => actions.shift(slug, -1)}
        >
          ↑
        </button>
        <button
          type="button"
          className={quiet}
          data-move="down"
          disabled={last}
          aria-label={t('builder.down', { title })}
          onClick={() => actions.shift(slug, 1)}
        >
          ↓
        </button>
        <button
          type="button"
          className={quiet}
          aria-label={t('builder.remove', { title })}
          onClick={() => actions.remove(slug)}
        >
          ×
        </button>
      </span>
    </li>
  )
}
