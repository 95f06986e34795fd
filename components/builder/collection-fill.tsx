'use client'
import { useEffect, useState } from 'react'
import type { BankCard } from '../bank/card.ts'
import { useBank } from '../bank/use-bank.ts'
import { useMessages } from '../messages/provider.tsx'
import { secondary } from '../site/buttons.ts'

interface Props {
  courseId: string
  /** what is in the exam already */
  chosen: readonly string[]
  onFill: (cards: readonly BankCard[]) => void
}

/** A collection of the bank, put into a section as a whole but for the questions that are left out. */
export function CollectionFill({ courseId, chosen, onFill }: Props) {
  const { t } = useMessages()
  const [collection, setCollection] = useState('')
  const [page, setPage] = useState(1)
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set())
  const { bank, busy, failed } = useBank({ course: courseId, collection }, page)
  useEffect(() => {
    if (collection !== '' && !busy && bank && bank.page === page && page < bank.pages) setPage(page + 1)
  }, [collection, busy, bank, page])
  const cards = collection === '' ? [] : (bank?.entries ?? [])
  const free = cards.filter(({ slug, usable }) => usable && !chosen.includes(slug))
  const taken = free.filter(({ slug }) => !left.has(slug))

  function choose(id: string) {
    setCollection(id)
    setPage(1)
    setLeft(new Set())
  }
  const take = (slug: string, so: boolean) =>
    setLeft(new Set(so ? [...left].filter((one) => one !== slug) : [...left, slug]))
  const why = ({ slug, usable }: BankCard) =>
    chosen.includes(slug) ? t('bank.picked') : usable ? '' : t('bank.notUsable')
  if (failed) return <p role="status">{t('bank.unreachable')}</p>
  if (bank?.collections.length === 0) return <p className="text-soft">{t('builder.noCollections')}</p>
  return (
    <div className="flex flex-col gap-4">
      <label className="flex max-w-full flex-col gap-1">
        <span className="eyebrow">{t('builder.collection')}</span>
        <select
          className="ruled max-w-full self-start"
          value={collection}
          onChange={(event) => choose(event.target.value)}
        >
          <option value="">{t('builder.chooseCollection')}</option>
          {bank?.collections.map(({ id, title, course, count }) => (
            <option key={id} value={id}>
              {t('builder.collectionNamed', { title, course, n: count })}
            </option>
          ))}
        </select>
      </label>
      {collection === '' ? null : (
        <>
          <ul className={`border-t border-rule ${busy ? 'opacity-70' : ''}`}>
            {cards.map((card) => (
              <li key={card.slug} className="border-b border-rule py-1.5">
                <label className="flex min-h-7 items-baseline gap-2.5">
                  <input
                    type="checkbox"
                    className="size-4 shrink-0 translate-y-0.5 accent-accent"
                    disabled={!free.includes(card)}
                    checked={taken.includes(card)}
                    onChange={(event) => take(card.slug, event.target.checked)}
                  />
                  <span className="min-w-0 wrap-anywhere">
                    {card.title}{' '}
                    <span className="text-fine text-soft">
                      {[t('builder.totalPoints', { points: card.points }), why(card)].filter(Boolean).join(' · ')}
                    </span>
                  </span>
                </label>
              </li>
            ))}
          </ul>
          <p className="flex flex-wrap items-center gap-4">
            <button
              type="button"
              className={secondary}
              disabled={busy || taken.length === 0}
              onClick={() => onFill(taken)}
            >
              {t('builder.fill', { n: taken.length })}
            </button>
            <span role="status" className="text-soft">
              {busy ? t('bank.searching') : cards.length === 0 ? t('builder.emptyCollection') : ''}
            </span>
          </p>
        </>
      )}
    </div>
  )
}
