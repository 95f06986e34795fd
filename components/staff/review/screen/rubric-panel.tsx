'use client'
import { useMessages } from '../../../messages/provider.tsx'
import { Paper } from '../../../paper/paper.tsx'
import { typed } from '../../../paper/typed.ts'
import { quiet } from '../../../site/buttons.ts'
import type { ReviewCard } from '../card.ts'
import type { Bindings } from '../keys/bindings.ts'
import type { CommandId } from '../keys/commands.ts'
import { KeyCaps } from '../keys/key-caps.tsx'
import { itemPoints } from '../session/draft.ts'

interface Props {
  card: ReviewCard
  ticked: readonly string[]
  bindings: Bindings
  onToggle: (id: string) => void
  /** absent where the rubric may not be changed */
  onEdit: (() => void) | null
}

/** The rubric to be ticked; the first ten items have keys of their own. */
export function RubricPanel({ card: { rubric, possible }, ticked, bindings, onToggle, onEdit }: Props) {
  const { t } = useMessages()
  return (
    <fieldset>
      <legend className="eyebrow mb-1.5">{t('reviewing.rubric')}</legend>
      {rubric.items.length === 0 && <p className="text-soft">{t('reviewing.noRubric')}</p>}
      {rubric.base === 'full' && rubric.items.length > 0 && <p className="mb-1 text-soft">{t('reviewing.fullBase')}</p>}
      <div className="-mx-2 max-h-[42dvh] overflow-y-auto">
        {rubric.items.map((item, k) => {
          const amount = itemPoints(item, possible)
          const keys = k < 10 ? bindings[`item${k + 1}` as CommandId] : []
          const chosen = ticked.includes(item.id)
          return (
            <label
              key={item.id}
              className={`flex min-h-9 items-baseline gap-2.5 rounded-xs px-2 py-1 ${chosen ? 'bg-wash' : 'hover:bg-sheet'}`}
            >
              <input
                type="checkbox"
                className="size-4 shrink-0 translate-y-0.5 accent-accent"
                checked={chosen}
                onChange={() => onToggle(item.id)}
              />
              <span className={`min-w-0 grow [&_p]:my-0 ${typed}`}>
                <Paper nodes={item.nodes} />
              </span>
              <span className="shrink-0 text-soft tabular-nums">
                {t('reviewing.item', { sign: amount < 0 ? 'minus' : 'plus', points: Math.abs(amount) })}
              </span>
              <KeyCaps keys={keys} hidden />
            </label>
          )
        })}
      </div>
      {onEdit && (
        <button type="button" className={`${quiet} mt-2`} onClick={onEdit}>
          {t('reviewing.editRubric')}
        </button>
      )}
    </fieldset>
  )
}
