'use client'
import { useMessages } from '../../../messages/provider.tsx'
import { link, primary } from '../../../site/buttons.ts'
import { CommentTools } from '../../rubric/comment-tools.tsx'
import type { ReviewCard } from '../card.ts'
import { type Bindings, keysOf } from '../keys/bindings.ts'
import { KeyCaps } from '../keys/key-caps.tsx'
import { type Draft, draftPoints, toggled } from '../session/draft.ts'
import type { Entry } from '../session/entry.ts'
import { isTouched } from '../session/entry.ts'
import { readiness, takesBack } from '../session/readiness.ts'
import { controls } from './controls.ts'
import { PointsField } from './points-field.tsx'
import { RubricPanel } from './rubric-panel.tsx'

interface Props {
  entry: Entry
  bindings: Bindings
  /** what is missing before it can be saved */
  hint: 'undecided' | 'reason' | null
  onDraft: (change: (draft: Draft, card: ReviewCard) => Draft) => void
  onSave: () => void
  onFull: () => void
  onZero: () => void
  onTakeBack: (() => void) | null
  onEditRubric: (() => void) | null
  examId: string
}

/** The reviewer's decision over one answer. */
export function DecisionPanel(props: Props) {
  const { t } = useMessages()
  const { entry, bindings, hint, onDraft } = props
  const { card, draft } = entry
  const back = takesBack(card, draft)
  const needsReason = back || (card.computed !== null && draftPoints(card, draft) !== null && isTouched(entry))
  return (
    <form
      aria-label={t('reviewing.scoring')}
      className="interface flex flex-col gap-5"
      onSubmit={(event) => {
        event.preventDefault()
        props.onSave()
      }}
    >
      <RubricPanel
        card={card}
        ticked={draft.ticked}
        bindings={bindings}
        onToggle={(id) => onDraft((now) => toggled(now, id))}
        onEdit={props.onEditRubric}
      />
      {card.computed !== null && (
        <p className="text-soft">{t('reviewing.overrideLead', { points: card.computed, possible: card.possible })}</p>
      )}
      <PointsField card={card} draft={draft} onDraft={onDraft} onFull={props.onFull} onZero={props.onZero} />
      <div>
        <label htmlFor={controls.comment} className="eyebrow mb-1.5 block">
          {t('reviewing.comment')}
        </label>
        <textarea
          id={controls.comment}
          className="ruled field-sizing-content max-h-[40dvh] min-h-20 w-full"
          maxLength={20_000}
          value={draft.comment}
          onChange={({ target }) => onDraft((now) => ({ ...now, comment: target.value }))}
        />
        <CommentTools
          examId={props.examId}
          field={card.field}
          value={draft.comment}
          areaId={controls.comment}
          onChange={(comment) => onDraft((now) => ({ ...now, comment }))}
        />
      </div>
      {(card.computed !== null || back || needsReason) && (
        <div>
          <label htmlFor={controls.reason} className="eyebrow mb-1.5 block">
            {t('reviewing.reason')}
          </label>
          <input
            id={controls.reason}
            className="ruled w-full"
            maxLength={2_000}
            autoComplete="off"
            aria-invalid={hint === 'reason' || undefined}
            aria-describedby={needsReason ? `${controls.reason}-why` : undefined}
            value={draft.reason}
            onChange={({ target }) => onDraft((now) => ({ ...now, reason: target.value }))}
          />
          {needsReason && (
            <p id={`${controls.reason}-why`} className="mt-1 text-fine text-soft">
              {back ? t('reviewing.reasonBack') : t('reviewing.reasonOverride')}
            </p>
          )}
        </div>
      )}
      {back && (
        <p role="status" className="text-caution">
          {card.computed === null
            ? t('reviewing.takesBackOpen')
            : t('reviewing.takesBackTo', { points: card.computed, possible: card.possible })}
        </p>
      )}
      <div className="sticky bottom-0 -mx-1 flex flex-wrap items-center gap-3 border-t border-rule bg-paper px-1 py-2 lg:static lg:border-0">
        <button type="submit" className={primary}>
          {readiness(card, draft) === 'unchanged' ? t('reviewing.goNext') : t('reviewing.saveNext')}
        </button>
        <KeyCaps keys={keysOf(bindings, 'save')} hidden />
        {props.onTakeBack && (
          <button type="button" className={link} onClick={props.onTakeBack}>
            {t('reviewing.takeBack')}
          </button>
        )}
        <span role="alert" className="w-full text-wrong empty:hidden">
          {hint === 'undecided' ? t('reviewing.sayPoints') : hint === 'reason' ? t('reviewing.sayReason') : null}
        </span>
      </div>
    </form>
  )
}
