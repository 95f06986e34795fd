'use client'
import { useEffect, useId, useState } from 'react'
import { useMessages } from '../../../messages/provider.tsx'
import { link, quiet } from '../../../site/buttons.ts'
import type { ReviewCard } from '../card.ts'
import { type Draft, draftPoints, withPoints } from '../session/draft.ts'
import { controls } from './controls.ts'

interface Props {
  card: ReviewCard
  draft: Draft
  onDraft: (change: (draft: Draft, card: ReviewCard) => Draft) => void
  onFull: () => void
  onZero: () => void
}

const print = (points: number | null) => (points === null ? '' : String(points))

/** Points as the rubric gives them, or typed by hand. */
export function PointsField({ card, draft, onDraft, onFull, onZero }: Props) {
  const { t } = useMessages()
  const id = useId()
  const points = draftPoints(card, draft)
  const [typed, setTyped] = useState(print(points))
  // what is typed stands as it is while it means the same: "1." is on its way to "1.5"
  useEffect(() => setTyped((text) => (readPoints(text) === points ? text : print(points))), [points])
  const wrong =
    typed.trim() !== '' && !(Number(typed.replace(',', '.')) >= 0 && (readPoints(typed) ?? -1) <= card.possible)
  const byHand = draft.ticked.length > 0 && draft.adjustment ? draft.adjustment : null
  return (
    <div>
      <label htmlFor={controls.points} className="eyebrow mb-1.5 block">
        {t('reviewing.points')}
      </label>
      <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
        <input
          id={controls.points}
          inputMode="decimal"
          autoComplete="off"
          className="ruled w-20 text-lead tabular-nums"
          aria-invalid={wrong || undefined}
          aria-describedby={`${id}-of`}
          value={typed}
          onChange={(event) => {
            setTyped(event.target.value)
            const read = readPoints(event.target.value)
            if (event.target.value.trim() === '') onDraft((now, on) => withPoints(on, now, null))
            else if (read !== null && read <= card.possible) onDraft((now, on) => withPoints(on, now, read))
          }}
          onBlur={() => setTyped(print(points))}
        />
        <span id={`${id}-of`} className="text-soft">
          {t('reviewing.ofPoints', { points: card.possible })}
        </span>
        <span className="ml-auto flex gap-2">
          <button type="button" className={quiet} aria-label={t('reviewing.fullTitle')} onClick={onFull}>
            {t('reviewing.full')}
          </button>
          <button type="button" className={quiet} aria-label={t('reviewing.zeroTitle')} onClick={onZero}>
            {t('reviewing.zero')}
          </button>
        </span>
      </div>
      {byHand !== null && (
        <p className="mt-1 text-fine text-soft">
          {t('reviewing.byHand', { sign: byHand < 0 ? 'minus' : 'plus', points: Math.abs(byHand) })}{' '}
          <button type="button" className={link} onClick={() => onDraft((now, on) => withPoints(on, now, null))}>
            {t('reviewing.dropByHand')}
          </button>
        </p>
      )}
    </div>
  )
}

/** A decimal comma is a point; null where it is no number. */
function readPoints(text: string): number | null {
  const value = Number(text.trim().replace(',', '.'))
  return text.trim() === '' || !Number.isFinite(value) || value < 0 ? null : value
}
