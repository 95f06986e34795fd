'use client'
import { useState } from 'react'
import { useMessages } from '../messages/provider.tsx'
import { quiet, secondary } from '../site/buttons.ts'
import type { BankCard } from './card.ts'
import { CardFacts, CardMarks } from './card-facts.tsx'
import { optionsOf } from './filter-options.ts'
import { FilterSelect } from './filter-select.tsx'
import { useBank } from './use-bank.ts'

const nothing = { q: '', topic: '', kind: '', tag: '', collection: '', from: '', difficulty: '', used: '' }

interface Props {
  courseId: string
  chosen: readonly string[]
  /** what is said of one that is there already; absent: that it is in the exam */
  there?: string
  onChoose: (card: BankCard) => void
}

/** Finds questions that a course may use, to be put somewhere. What is there already stands in `chosen`. */
export function BankPicker({ courseId, chosen, there, onChoose }: Props) {
  const { t, locale } = useMessages()
  const [asked, setAsked] = useState(nothing)
  const [page, setPage] = useState(1)
  const { bank, busy, failed } = useBank({ ...asked, course: courseId }, page)
  const ask = (change: Partial<typeof nothing>) => {
    setAsked({ ...asked, ...change })
    setPage(1)
  }
  const day = (iso: string) => new Intl.DateTimeFormat(locale, { dateStyle: 'medium' }).format(new Date(iso))
  const selects = optionsOf(bank, t).filter(({ name }) => name in nothing)
  return (
    <div className="interface">
      <search className="flex flex-wrap items-end gap-x-4 gap-y-3">
        <label className="flex min-w-0 flex-1 basis-56 flex-col gap-1">
          <span className="eyebrow">{t('bank.words')}</span>
          <input
            type="search"
            className="ruled w-full"
            value={asked.q}
            placeholder={t('bank.wordsHint')}
            onChange={(event) => ask({ q: event.target.value })}
          />
        </label>
        {selects.map((select) => (
          <FilterSelect
            key={select.name}
            select={select}
            value={asked[select.name as keyof typeof nothing]}
            any={t('bank.any')}
            onChange={(value) => ask({ [select.name]: value })}
          />
        ))}
      </search>
      <p role="status" className="mt-3 text-soft">
        {failed ? t('bank.unreachable') : bank ? t('bank.found', { n: bank.total }) : t('bank.searching')}
      </p>
      <ul className={`mt-1 border-t border-rule ${busy ? 'opacity-70' : ''}`}>
        {bank?.entries.map((card) => (
          <li key={card.slug} className="flex items-start gap-4 border-b border-rule py-3">
            <div className="min-w-0 flex-1">
              <p className="font-semibold break-words">{card.title}</p>
              <CardMarks card={card} t={t} />
              <CardFacts card={card} t={t} day={day} />
            </div>
            <PickButton
              card={card}
              there={chosen.includes(card.slug) ? (there ?? t('bank.picked')) : null}
              onChoose={onChoose}
            />
          </li>
        ))}
      </ul>
      {bank && bank.page < bank.pages ? (
        <button type="button" className={`${secondary} mt-3`} disabled={busy} onClick={() => setPage(page + 1)}>
          {t('bank.moreResults')}
        </button>
      ) : null}
    </div>
  )
}

function PickButton(props: { card: BankCard; there: string | null; onChoose: (card: BankCard) => void }) {
  const { t } = useMessages()
  const { card, there, onChoose } = props
  if (there !== null) return <span className="py-1 text-soft">{there}</span>
  if (!card.usable) return <span className="py-1 text-soft">{t('bank.notUsable')}</span>
  return (
    <button
      type="button"
      className={quiet}
      aria-label={t('bank.pickNamed', { title: card.title })}
      onClick={() => onChoose(card)}
    >
      {t('bank.pick')}
    </button>
  )
}
