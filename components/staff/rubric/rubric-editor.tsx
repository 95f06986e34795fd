'use client'
import { type FormEvent, type KeyboardEvent, useId, useMemo, useRef, useState } from 'react'
import type { PaperNode } from '../../../grader/answers/paper.ts'
import { useMessages } from '../../messages/provider.tsx'
import { primary, secondary } from '../../site/buttons.ts'
import { sendJson } from '../send-json.ts'
import { BaseChoice } from './base-choice.tsx'
import { type Draft, differs, draftOf, editOf, rowsSent, unfinished } from './draft.ts'
import { EffectPanel } from './effect-panel.tsx'
import { ItemRows } from './item-rows.tsx'
import { type PresentRubric, rubricPath } from './rubric.ts'
import { useEffectOf } from './use-effect-of.ts'

interface Props {
  rubric: PresentRubric
  draft: Draft
  onDraft: (draft: Draft) => void
  /** an edit was applied, or somebody else’s was: the rubric is to be fetched anew */
  onApplied: (done: { version: number; changed: number }) => void
  onReload: () => void
}

/** Edits a part's rubric. What an edit would do is shown as it is typed, and nothing else is applied. */
export function RubricEditor({ rubric, draft, onDraft, onApplied, onReload }: Props) {
  const { t } = useMessages()
  const id = useId()
  const form = useRef<HTMLFormElement>(null)
  const [reason, setReason] = useState('')
  const [again, setAgain] = useState(0)
  const [sending, setSending] = useState(false)
  const [trouble, setTrouble] = useState<string | null>(null)
  const path = rubricPath(rubric.exam.id, rubric.field)
  const edit = editOf(draft, rubric.version)
  const fresh = edit !== null && differs(edit, rubric)
  const asked = useEffectOf(path, fresh ? edit : null, again)
  const effect = asked.state === 'shown' ? asked.effect : null
  const needsReason = effect !== null && effect.gain + effect.lose > 0
  const uses = useMemo(() => new Map(rubric.items.map((item) => [item.id, item.uses])), [rubric])
  const texts = useMemo(() => {
    const known = new Map<string, PaperNode[]>(rubric.items.map(({ says, nodes }) => [says.trim(), nodes]))
    for (const [k, { says }] of rowsSent(draft).entries()) {
      const nodes = effect?.texts[k]
      if (nodes) known.set(says.trim(), nodes)
    }
    return known
  }, [rubric, draft, effect])

  async function apply(event: FormEvent) {
    event.preventDefault()
    if (!edit || !effect || sending) return
    setSending(true)
    setTrouble(null)
    const sent = await sendJson(path, { ...edit, effect: effect.effect, reason })
    setSending(false)
    if (sent.ok) {
      setReason('')
      return onApplied(sent.body as { version: number; changed: number })
    }
    if (sent.code === 'effect-changed') setAgain(again + 1)
    const known = sent.code === 'effect-changed' ? t('rubric.effectChanged') : null
    setTrouble(known ?? t('staff.refused', { reason: sent.message ?? t('staff.unreachable') }))
  }

  function onKeyDown(event: KeyboardEvent) {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return
    event.preventDefault()
    form.current?.requestSubmit()
  }

  return (
    <form ref={form} onSubmit={apply} onKeyDown={onKeyDown} className="interface flex flex-col gap-5">
      <BaseChoice base={draft.base} possible={rubric.possible} onChange={(base) => onDraft({ ...draft, base })} />
      <ItemRows draft={draft} onChange={onDraft} uses={uses} unfinished={unfinished(draft)} texts={texts} />
      <p className="eyebrow">{t('rubric.keys')}</p>
      <EffectPanel asked={asked} fresh={fresh} whole={edit !== null} rubric={rubric} onReload={onReload} />
      {needsReason ? (
        <div>
          <label htmlFor={`${id}-reason`} className="eyebrow mb-1 block">
            {t('rubric.reason')}
          </label>
          <input
            id={`${id}-reason`}
            className="ruled w-full max-w-measure"
            required
            maxLength={2000}
            value={reason}
            onChange={(event) => setReason(event.target.value)}
          />
        </div>
      ) : null}
      <div className="flex flex-wrap items-center gap-3">
        <button type="submit" className={primary} disabled={effect === null || sending}>
          {sending ? t('staff.sending') : effect ? t('rubric.apply', { n: effect.changed }) : t('rubric.applyNothing')}
        </button>
        <button
          type="button"
          className={secondary}
          disabled={!fresh && edit !== null}
          onClick={() => onDraft(draftOf(rubric, draft.made))}
        >
          {t('rubric.undo')}
        </button>
        <span role="alert" className="text-wrong empty:hidden">
          {trouble}
        </span>
      </div>
    </form>
  )
}
