'use client'
import Link from 'next/link'
import { useState } from 'react'
import { useMessages } from '../messages/provider.tsx'
import { link, quiet } from '../site/buttons.ts'
import { useReady } from '../site/use-ready.ts'
import { StandingBadge } from '../staff/audit/standing-badge.tsx'
import { BankActions } from './bank-actions.tsx'
import type { Asked, Bank, BankCard } from './card.ts'
import { CardFacts, CardMarks } from './card-facts.tsx'
import { orderedCollection } from './collection-order.ts'
import { findAll, mostChosen } from './find-all.ts'
import { MoveButtons } from './move-buttons.tsx'
import { Outcome } from './outcome.tsx'
import { PublishMany } from './publish-many.tsx'
import { useAction } from './use-action.ts'

/** The questions that were found, some of which may be chosen to do something with. */
export function BankList({ bank, asked, zone }: { bank: Bank; asked: Asked; zone: string }) {
  const { t, locale } = useMessages()
  const ready = useReady()
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  // chosen beside those of this page, until something was done with them
  const [beyond, setBeyond] = useState<readonly string[]>([])
  const { act, busy, said } = useAction(() => setBeyond([]))
  // also of what has gone from the list meanwhile
  const [titles, setTitles] = useState<ReadonlyMap<string, string>>(new Map())
  const [published, setPublished] = useState<readonly string[] | null>(null)
  const here = bank.entries.map(({ slug }) => slug)
  const kept = here.filter((slug) => chosen.has(slug))
  const slugs = [...kept, ...beyond]
  const choose = (slugs: readonly string[], on: boolean) => {
    const next = new Set(kept)
    for (const slug of slugs) {
      if (on) next.add(slug)
      else next.delete(slug)
    }
    setChosen(next)
    setBeyond([])
    setTitles(new Map([...titles, ...bank.entries.map(({ slug, title }) => [slug, title] as const)]))
  }
  const chooseFound = (cards: readonly BankCard[]) => {
    setBeyond(cards.map(({ slug }) => slug).filter((slug) => !here.includes(slug)))
    setTitles(new Map([...titles, ...cards.map(({ slug, title }) => [slug, title] as const)]))
  }
  const day = (iso: string) =>
    new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: zone }).format(new Date(iso))
  const collection = orderedCollection(asked)
  const move = ({ slug, title }: BankCard, by: 'up' | 'down') =>
    void act(`/api/staff/v1/bank/collections/${collection}/move`, { slug, by }, t('bank.moved', { title, by }))
  const outcome = <Outcome said={said} titles={titles} />
  return (
    <>
      <div
        className="interface flex flex-wrap items-center gap-x-4 border-b border-line pb-2"
        hidden={here.length === 0}
      >
        <label className="flex min-h-9 items-center gap-3">
          <input
            type="checkbox"
            disabled={!ready}
            checked={here.length > 0 && kept.length === here.length}
            onChange={(event) => choose(here, event.target.checked)}
          />
          <span>{t('bank.chooseAll')}</span>
        </label>
        <span role="status" className="text-soft">
          {t('bank.chosen', { n: slugs.length })}
        </span>
        {kept.length === here.length && here.length < bank.total && beyond.length === 0 ? (
          <ChooseFound asked={asked} total={bank.total} onFound={chooseFound} />
        ) : null}
      </div>
      {slugs.length > 0 ? (
        <BankActions
          bank={bank}
          asked={asked}
          slugs={slugs}
          act={act}
          busy={busy}
          onPublish={() => setPublished(slugs)}
        >
          {outcome}
        </BankActions>
      ) : (
        outcome
      )}
      {published ? (
        <PublishMany key={published.join()} slugs={published} titles={titles} onClose={() => setPublished(null)} />
      ) : null}
      <ul>
        {bank.entries.map((card, k) => (
          <li key={card.slug} className="flex items-start gap-2 border-b border-rule py-4">
            <label className="mt-1 flex size-6 shrink-0 items-center justify-center">
              <input
                type="checkbox"
                disabled={!ready}
                aria-label={t('bank.choose', { title: card.title })}
                checked={chosen.has(card.slug)}
                onChange={(event) => choose([card.slug], event.target.checked)}
              />
            </label>
            <div className="min-w-0 flex-1">
              <Link href={`/staff/questions/${card.slug}`} prefetch={false} className={`${link} text-lead break-words`}>
                {card.title}
              </Link>
              <CardMarks card={card} t={t} />
              <CardFacts card={card} t={t} day={day} />
              <CardLinks card={card} />
            </div>
            {collection ? (
              <MoveButtons
                title={card.title}
                first={bank.page === 1 && k === 0}
                last={bank.page === bank.pages && k === bank.entries.length - 1}
                busy={busy || !ready}
                onMove={(by) => move(card, by)}
              />
            ) : null}
          </li>
        ))}
      </ul>
    </>
  )
}

/** All that was found, on other pages too. */
function ChooseFound(props: { asked: Asked; total: number; onFound: (cards: readonly BankCard[]) => void }) {
  const { t } = useMessages()
  const [state, setState] = useState<'ready' | 'busy' | 'failed'>('ready')
  const find = async () => {
    setState('busy')
    const cards = await findAll(props.asked, new AbortController().signal)
    if (cards) props.onFound(cards)
    else setState('failed')
  }
  return (
    <>
      <button type="button" className={quiet} disabled={state === 'busy'} onClick={() => void find()}>
        {t(props.total > mostChosen ? 'bank.chooseFirst' : 'bank.chooseFound', {
          n: Math.min(props.total, mostChosen),
        })}
      </button>
      {state === 'failed' ? (
        <span role="alert" className="text-wrong">
          {t('bank.unreachable')}
        </span>
      ) : null}
    </>
  )
}

/** lines of links that wrap leave a finger its room */
const tall = 'inline-flex min-h-6 items-center'

function CardLinks({ card }: { card: BankCard }) {
  const { t } = useMessages()
  const address = `/staff/questions/${card.slug}`
  return (
    <p className="interface mt-0.5 flex flex-wrap gap-x-4">
      <Link href={`${address}#audit`} prefetch={false} className={`${tall} hover:underline`}>
        <StandingBadge standing={card.audit} t={t} />
      </Link>
      {card.mayEdit ? (
        <Link
          href={`${address}/edit`}
          prefetch={false}
          className={`${link} ${tall}`}
          aria-label={`${t('bank.edit')}: ${card.title}`}
        >
          {t('bank.edit')}
        </Link>
      ) : null}
      <Link
        href={`/staff/questions/new?from=${card.slug}`}
        prefetch={false}
        className={`${link} ${tall}`}
        aria-label={`${t('bank.startFrom')}: ${card.title}`}
      >
        {t('bank.startFrom')}
      </Link>
    </p>
  )
}
