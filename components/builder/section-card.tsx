'use client'
import { useId, useState } from 'react'
import { useMessages } from '../messages/provider.tsx'
import { quiet } from '../site/buttons.ts'
import { Choice, Field } from '../site/field.tsx'
import { Tick } from '../site/tick.tsx'
import { CountField } from './count-field.tsx'
import { DragHandle, DropLine, type Handle } from './drag-handle.tsx'
import type { Known, PlannedSection } from './plan.ts'
import { QuestionRow, type RowActions } from './question-row.tsx'
import type { Dragging } from './use-drag.ts'

interface Props {
  section: PlannedSection
  place: number
  /** how many questions stand before it */
  before: number
  sections: readonly string[]
  known: Known
  /** it is all there is, and nothing is said of it */
  plain: boolean
  actions: RowActions
  dragging: Dragging | null
  /** what drags it */
  handle: Handle
  onChange: (changes: Partial<PlannedSection>) => void
  /** `grip`: by the keys of its handle */
  onShift: (by: -1 | 1, grip?: boolean) => void
  onRemove: () => void
}

/** A part of the exam: what is drawn from it, and its questions. */
export function SectionCard(props: Props) {
  const { section, place, before, sections, known, plain, actions, dragging } = props
  const { t } = useMessages()
  const { questions } = section
  const last = sections.length - 1
  const whole = dragging?.what === 'section' ? dragging : null
  const one = dragging?.what === 'question' ? dragging : null
  const at = one?.drop.section === place ? one.drop.at : null
  return (
    <section
      id={`section-${section.key}`}
      data-questions=""
      className={`relative ${plain ? '' : 'mb-8 border-l-2 border-line pl-4'} ${
        whole?.of === section.key ? 'opacity-50' : ''
      }`}
    >
      {whole?.drop.section === place ? <DropLine /> : null}
      {plain ? null : <SectionHead {...props} />}
      <ol>
        {questions.map((question, k) => (
          <QuestionRow
            key={question.slug}
            question={question}
            known={known.get(question.slug)}
            number={before + k + 1}
            first={place === 0 && k === 0}
            last={place === last && k === questions.length - 1}
            sections={sections}
            section={place}
            drag={one?.of === question.slug ? 'self' : at === k ? 'before' : null}
            actions={actions}
          />
        ))}
      </ol>
      <div className="relative">
        {at === questions.length ? <DropLine /> : null}
        {questions.length === 0 ? <p className="py-3 text-soft">{t('builder.noQuestions')}</p> : null}
      </div>
    </section>
  )
}

function SectionHead({ section, place, sections, known, handle, onChange, onShift, onRemove }: Props) {
  const { t } = useMessages()
  const id = useId()
  const [open, setOpen] = useState(section.instructions !== '')
  const n = place + 1
  const first = place === 0
  const last = n === sections.length
  return (
    <div className="flex flex-col gap-4 pb-2">
      <div className="flex flex-wrap items-end gap-x-4 gap-y-2">
        {sections.length > 1 ? (
          <span className="-mr-2">
            <DragHandle
              name={t('builder.dragSection', { n })}
              handle={handle}
              first={first}
              last={last}
              onShift={(by) => onShift(by, true)}
            />
          </span>
        ) : null}
        <Field
          id={`${id}-title`}
          name={`${t('builder.sectionN', { n })} · ${t('builder.sectionTitle')}`}
          className="grow basis-60"
        >
          <input
            id={`${id}-title`}
            className="ruled w-full font-semibold"
            maxLength={200}
            value={section.title}
            onChange={(event) => onChange({ title: event.target.value })}
          />
        </Field>
        <span className="flex gap-1.5">
          <button
            type="button"
            className={quiet}
            data-move="section-up"
            disabled={first}
            aria-label={t('builder.sectionUp', { n })}
            onClick={() => onShift(-1)}
          >
            ↑
          </button>
          <button
            type="button"
            className={quiet}
            data-move="section-down"
            disabled={last}
            aria-label={t('builder.sectionDown', { n })}
            onClick={() => onShift(1)}
          >
            ↓
          </button>
          <button type="button" className={quiet} aria-label={t('builder.removeSection', { n })} onClick={onRemove}>
            ×
          </button>
        </span>
      </div>
      {open ? (
        <Field id={`${id}-text`} name={t('builder.sectionInstructions')}>
          <textarea
            id={`${id}-text`}
            className="ruled min-h-20 w-full"
            maxLength={20_000}
            value={section.instructions}
            onChange={(event) => onChange({ instructions: event.target.value })}
          />
        </Field>
      ) : (
        <p>
          <button type="button" className={quiet} onClick={() => setOpen(true)}>
            {t('builder.addInstructions')}
          </button>
        </p>
      )}
      <Draws section={section} known={known} name={`draws-${id}`} onChange={onChange} />
    </div>
  )
}

function Draws(props: {
  section: PlannedSection
  known: Known
  name: string
  onChange: (changes: Partial<PlannedSection>) => void
}) {
  const { section, known, onChange } = props
  const { t } = useMessages()
  const { pick, questions } = section
  const worth = new Set(questions.map(({ slug, points }) => points ?? known.get(slug)?.points ?? null))
  const uneven = pick !== null && pick < questions.length && worth.size > 1
  const tooMany = pick !== null && questions.length > 0 && pick > questions.length
  return (
    <div className="flex flex-col gap-2">
      <Choice
        name={props.name}
        legend={t('builder.draws')}
        value={pick === null ? 'all' : 'some'}
        onChange={(value) => onChange({ pick: value === 'all' ? null : Math.max(1, questions.length - 1) })}
        options={[
          { value: 'all', text: t('builder.drawAll') },
          { value: 'some', text: t('builder.drawSome') },
        ]}
      />
      {pick === null ? null : (
        <CountField
          name={t('builder.pick')}
          unit={t('builder.ofN', { n: questions.length })}
          value={pick}
          least={1}
          most={100}
          invalid={tooMany}
          onChange={(n) => onChange({ pick: n ?? 1 })}
        />
      )}
      {tooMany ? <p className="text-caution">{t('builder.pickTooMany')}</p> : null}
      {uneven ? <Even section={section} onChange={onChange} /> : null}
      <Tick checked={section.shuffle} onChange={(shuffle) => onChange({ shuffle })}>
        {t('builder.shuffle')}
      </Tick>
    </div>
  )
}

/** Makes all questions of a set worth the same. */
function Even({
  section,
  onChange,
}: {
  section: PlannedSection
  onChange: (changes: Partial<PlannedSection>) => void
}) {
  const { t } = useMessages()
  const [points, setPoints] = useState<number | null>(section.questions.find((one) => one.points !== null)?.points ?? 5)
  const give = () => onChange({ questions: section.questions.map(({ slug }) => ({ slug, points })) })
  return (
    <div className="text-caution">
      <p>{t('builder.pickUneven')}</p>
      <span className="mt-1 flex flex-wrap items-end gap-3 text-ink">
        <CountField
          name={t('builder.samePoints')}
          unit={t('builder.points')}
          fine
          value={points}
          least={0.01}
          most={1_000}
          onChange={setPoints}
        />
        <button type="button" className={quiet} onClick={give}>
          {t('builder.apply')}
        </button>
      </span>
    </div>
  )
}
