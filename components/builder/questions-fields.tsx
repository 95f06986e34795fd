'use client'
import { useRef, useState } from 'react'
import type { BankCard } from '../bank/card.ts'
import { BankPicker } from '../bank/picker.tsx'
import { useMessages } from '../messages/provider.tsx'
import { quiet, secondary } from '../site/buttons.ts'
import { CollectionFill } from './collection-fill.tsx'
import { DropLine } from './drag-handle.tsx'
import { dropped, droppedSection } from './drop-place.ts'
import {
  isPlain,
  type Known,
  moved,
  newSection,
  type Plan,
  type PlannedSection,
  shifted,
  shiftedSection,
  totals,
  withoutQuestion,
  withQuestions,
} from './plan.ts'
import type { RowActions } from './question-row.tsx'
import { SectionCard } from './section-card.tsx'
import { useDrag } from './use-drag.ts'

interface Props {
  courseId: string
  plan: Plan
  known: Known
  mayChange: boolean
  onKnown: (card: BankCard) => void
  onChange: (sections: PlannedSection[]) => void
}

/** The questions of an exam in their sections, and the bank they come from. */
export function QuestionsFields({ courseId, plan, known, mayChange, onKnown, onChange }: Props) {
  const { t } = useMessages()
  const [said, setSaid] = useState('')
  const [target, setTarget] = useState(0)
  const [divided, setDivided] = useState(!isPlain(plan))
  const [whole, setWhole] = useState(false)
  const lists = useRef<HTMLFieldSetElement>(null)
  const { sections } = plan
  const names = sections.map(({ title }, k) => title || t('builder.sectionN', { n: k + 1 }))
  const into = Math.min(target, sections.length - 1)
  const titleOf = (slug: string) => known.get(slug)?.title ?? slug
  const change = (place: number, changes: Partial<PlannedSection>) =>
    onChange(sections.map((one, k) => (k === place ? { ...one, ...changes } : one)))

  function move(slug: string, next: PlannedSection[]) {
    if (next === sections) return
    onChange(next)
    const n = next.flatMap(({ questions }) => questions).findIndex((one) => one.slug === slug) + 1
    setSaid(t('builder.moved', { title: titleOf(slug), n }))
  }
  function moveSection(key: string, next: PlannedSection[]) {
    if (next === sections) return
    onChange(next)
    // what is added next still goes where it was to go
    const goes = sections[into]
    if (goes) setTarget(next.indexOf(goes))
    const n = next.findIndex((one) => one.key === key) + 1
    setSaid(t('builder.sectionMoved', { n }))
  }
  const { dragging, handle } = useDrag(lists, ({ what, of }, drop) =>
    what === 'question'
      ? move(of, dropped(sections, of, drop))
      : moveSection(of, droppedSection(sections, of, drop.section)),
  )
  const shiftSection = (place: number, by: -1 | 1, grip = false) => {
    const { key = '' } = sections[place] ?? {}
    moveSection(key, shiftedSection(sections, place, by))
    keepFocus(
      `section-${key}`,
      grip ? ['handle'] : by < 0 ? ['section-up', 'section-down'] : ['section-down', 'section-up'],
    )
  }
  const actions: RowActions = {
    shift: (slug, by, grip) => {
      move(slug, shifted(sections, slug, by))
      keepFocus(`question-${slug}`, grip ? ['handle'] : by < 0 ? ['up', 'down'] : ['down', 'up'])
    },
    handle,
    moveTo: (slug, section) => onChange(moved(sections, slug, section, sections[section]?.questions.length ?? 0)),
    remove: (slug) => {
      onChange(withoutQuestion(sections, slug))
      setSaid(t('builder.removed', { title: titleOf(slug) }))
    },
    setPoints: (slug, points) =>
      onChange(
        sections.map((one) => ({
          ...one,
          questions: one.questions.map((question) => (question.slug === slug ? { slug, points } : question)),
        })),
      ),
  }
  const addSection = () => {
    setDivided(true)
    if (!divided) return
    onChange([...sections, newSection(crypto.randomUUID())])
    setTarget(sections.length)
  }
  const removeSection = (place: number) => {
    const rest = sections.filter((_, k) => k !== place)
    onChange(rest.length > 0 ? rest : [newSection(crypto.randomUUID())])
    if (rest.length === 0) setDivided(false)
  }
  const add = (cards: readonly BankCard[]) => {
    for (const card of cards) onKnown(card)
    const slugs = cards.map(({ slug }) => slug)
    onChange(withQuestions(sections, into, slugs))
    setSaid(cards.map(({ title }) => t('builder.added', { title })).join(' '))
  }
  const chosen = sections.flatMap(({ questions }) => questions.map(({ slug }) => slug))

  let before = 0
  return (
    <>
      <TotalsLine sections={sections} known={known} />
      <p role="status" className="sr-only">
        {said}
      </p>
      <fieldset ref={lists} disabled={!mayChange} className="min-w-0">
        {sections.map((section, place) => {
          const from = before
          before += section.questions.length
          return (
            <SectionCard
              key={section.key}
              section={section}
              place={place}
              before={from}
              sections={names}
              known={known}
              plain={!divided && sections.length === 1}
              actions={actions}
              dragging={dragging}
              onChange={(changes) => change(place, changes)}
              handle={handle(section.key, 'section')}
              onShift={(by, grip) => shiftSection(place, by, grip)}
              onRemove={() => removeSection(place)}
            />
          )
        })}
        <div className="relative">
          {dragging?.what === 'section' && dragging.drop.section === sections.length ? <DropLine /> : null}
        </div>
        <p className="mt-4">
          <button type="button" className={secondary} onClick={addSection}>
            {t(divided ? 'builder.addSection' : 'builder.useSections')}
          </button>
        </p>
      </fieldset>
      {mayChange ? (
        <section className="mt-8 border-t border-rule pt-5" aria-labelledby="from-bank">
          <div className="mb-4 flex flex-wrap items-end justify-between gap-x-6 gap-y-2">
            <h3 id="from-bank" className="font-semibold">
              {t('builder.fromBank')}
            </h3>
            {sections.length > 1 ? (
              <label className="flex items-center gap-2">
                <span className="eyebrow">{t('builder.addTo')}</span>
                <select className="ruled" value={into} onChange={(event) => setTarget(Number(event.target.value))}>
                  {sections.map(({ key }, k) => (
                    <option key={key} value={k}>
                      {names[k]}
                    </option>
                  ))}
                </select>
              </label>
            ) : null}
          </div>
          <p className="mb-4">
            <button
              type="button"
              className={`${quiet} ${whole ? 'border-ink bg-wash font-semibold' : ''}`}
              aria-pressed={whole}
              onClick={() => setWhole(!whole)}
            >
              {t('builder.wholeCollection')}
            </button>
          </p>
          {whole ? (
            <CollectionFill courseId={courseId} chosen={chosen} onFill={add} />
          ) : (
            <BankPicker courseId={courseId} chosen={chosen} onChoose={(card) => add([card])} />
          )}
        </section>
      ) : null}
    </>
  )
}

/** What was moved keeps the keyboard, also where its button cannot be pressed again: the first that can. */
function keepFocus(id: string, buttons: readonly string[]) {
  requestAnimationFrame(() => {
    const row = document.getElementById(id)
    const found = buttons.map((name) => row?.querySelector<HTMLButtonElement>(`[data-move=${name}]`))
    found.find((button) => button && !button.disabled)?.focus()
  })
}

function TotalsLine({ sections, known }: { sections: readonly PlannedSection[]; known: Known }) {
  const { t } = useMessages()
  const { questions, points } = totals(sections, known)
  const worth = points === null ? t('builder.pointsUnknown') : t('builder.totalPoints', { points })
  return (
    <p className="mb-2 text-soft">
      {t('builder.totals', { questions })} · {worth}
    </p>
  )
}
