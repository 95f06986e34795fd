'use client'
import { useId } from 'react'
import { useMessages } from '../../messages/provider.tsx'
import { Paper } from '../../paper/paper.tsx'
import { typed } from '../../paper/typed.ts'
import { primary, quiet } from '../../site/buttons.ts'
import { KeyCaps } from '../review/keys/key-caps.tsx'
import { type Draft, draftPoints, itemPoints, toggled, withPoints } from '../review/session/draft.ts'
import { CommentTools } from '../rubric/comment-tools.tsx'
import type { Effect } from './effect.ts'
import { EffectShown } from './effect-shown.tsx'
import type { GroupDetail } from './group.ts'

interface Props {
  examId: string
  field: string
  group: GroupDetail
  draft: Draft
  onDraft: (draft: Draft) => void
  effect: Effect
  /** how many a person decided before */
  before: number
  again: boolean
  onAgain: (again: boolean) => void
  busy: boolean
  onDecide: () => void
}

/** One decision for all ticked answers, with what it will change. */
export function DecisionForm(props: Props) {
  const { t } = useMessages()
  const id = useId()
  const { group, draft, onDraft, effect } = props
  const { rubric, possible } = group
  const points = draftPoints(group, draft)
  const put = (given: number | null) => onDraft(withPoints(group, draft, given))
  const ready = points !== null && effect.answers.length > 0 && (!effect.needsReason || draft.reason.trim() !== '')
  return (
    <form
      aria-label={t('groups.decision')}
      className="interface flex flex-col gap-5"
      onSubmit={(event) => {
        event.preventDefault()
        if (ready && !props.busy) props.onDecide()
      }}
    >
      <fieldset>
        <legend className="eyebrow mb-1.5">{t('groups.rubric')}</legend>
        {rubric.items.length === 0 ? <p className="text-soft">{t('groups.noRubric')}</p> : null}
        <div className="-mx-2">
          {rubric.items.map((item, k) => {
            const amount = itemPoints(item, possible)
            const chosen = draft.ticked.includes(item.id)
            return (
              <label
                key={item.id}
                className={`flex min-h-9 items-baseline gap-2.5 rounded-xs px-2 py-1 ${chosen ? 'bg-wash' : 'hover:bg-sheet'}`}
              >
                <input
                  type="checkbox"
                  className="size-4 shrink-0 translate-y-0.5 accent-accent"
                  checked={chosen}
                  onChange={() => onDraft(toggled(draft, item.id))}
                />
                <span className={`min-w-0 grow [&_p]:my-0 ${typed}`}>
                  <Paper nodes={item.nodes} />
                </span>
                <span className="shrink-0 text-soft tabular-nums">
                  {t('groups.item', { sign: amount < 0 ? 'minus' : 'plus', points: Math.abs(amount) })}
                </span>
                {k < 9 ? <KeyCaps keys={[String(k + 1)]} hidden /> : null}
              </label>
            )
          })}
        </div>
      </fieldset>
      <div>
        <label htmlFor={`${id}-points`} className="eyebrow mb-1.5 block">
          {t('groups.points')}
        </label>
        <span className="flex flex-wrap items-center gap-x-3 gap-y-2">
          <input
            id={`${id}-points`}
            type="number"
            step="any"
            min={0}
            max={possible}
            className="ruled w-24 tabular-nums"
            value={points ?? ''}
            onChange={({ target }) =>
              put(target.value === '' ? null : Math.min(possible, Math.max(0, Number(target.value))))
            }
          />
          <span className="text-soft">{t('groups.of', { points: possible })}</span>
          <button type="button" className={quiet} aria-label={t('groups.fullTitle')} onClick={() => put(possible)}>
            {t('groups.full')}
          </button>
          <button type="button" className={quiet} aria-label={t('groups.zeroTitle')} onClick={() => put(0)}>
            {t('groups.zero')}
          </button>
        </span>
      </div>
      <div>
        <label htmlFor={`${id}-comment`} className="eyebrow mb-1.5 block">
          {t('groups.comment')}
        </label>
        <textarea
          id={`${id}-comment`}
          className="ruled field-sizing-content max-h-[40dvh] min-h-20 w-full"
          maxLength={20_000}
          value={draft.comment}
          onChange={({ target }) => onDraft({ ...draft, comment: target.value })}
        />
        <CommentTools
          examId={props.examId}
          field={props.field}
          value={draft.comment}
          areaId={`${id}-comment`}
          onChange={(comment) => onDraft({ ...draft, comment })}
        />
      </div>
      {props.before > 0 ? (
        <label className="flex items-baseline gap-2.5">
          <input
            type="checkbox"
            className="size-4 shrink-0 translate-y-0.5 accent-accent"
            checked={props.again}
            onChange={({ target }) => props.onAgain(target.checked)}
          />
          <span>{t('groups.again', { n: props.before })}</span>
        </label>
      ) : null}
      {effect.needsReason ? (
        <div>
          <label htmlFor={`${id}-reason`} className="eyebrow mb-1.5 block">
            {t('groups.reason')}
          </label>
          <input
            id={`${id}-reason`}
            className="ruled w-full"
            maxLength={2_000}
            autoComplete="off"
            aria-describedby={`${id}-why`}
            value={draft.reason}
            onChange={({ target }) => onDraft({ ...draft, reason: target.value })}
          />
          <p id={`${id}-why`} className="mt-1 text-fine text-soft">
            {t('groups.reasonWhy')}
          </p>
        </div>
      ) : null}
      <EffectShown effect={effect} points={points} possible={possible} />
      <div className="flex flex-wrap items-center gap-3">
        <button type="submit" className={primary} disabled={!ready || props.busy}>
          {props.busy ? t('staff.sending') : t('groups.apply', { n: effect.answers.length })}
        </button>
        <KeyCaps keys={['Ctrl+Enter']} hidden />
      </div>
    </form>
  )
}
