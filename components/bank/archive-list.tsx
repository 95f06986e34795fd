'use client'
import Link from 'next/link'
import { useState } from 'react'
import { useMessages } from '../messages/provider.tsx'
import { link, secondary } from '../site/buttons.ts'
import { printTime } from '../site/times.ts'
import { useReady } from '../site/use-ready.ts'
import { Outcome } from './outcome.tsx'
import { useAction } from './use-action.ts'

export interface ArchivedQuestion {
  slug: string
  title: string
  course: string | null
  at: string
  by: string | null
  exams: number
  mayRestore: boolean
}

/** Questions that were put away, some of which may be chosen to be brought back. */
export function ArchiveList({ entries, zone }: { entries: readonly ArchivedQuestion[]; zone: string }) {
  const { t, locale } = useMessages()
  const ready = useReady()
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  // titles of what was just brought back are told still
  const [titles, setTitles] = useState<ReadonlyMap<string, string>>(new Map())
  const { act, busy, said } = useAction(() => setChosen(new Set()))
  const slugs = entries.filter(({ slug, mayRestore }) => mayRestore && chosen.has(slug)).map(({ slug }) => slug)
  const facts = ({ course, at, by, exams }: ArchivedQuestion) =>
    [
      course ?? t('bank.house'),
      t('bank.archivedWhen', { when: printTime(at, locale, zone), name: by ?? t('bank.nobody') }),
      t('bank.archivedExams', { n: exams }),
    ].join(' · ')
  return (
    <>
      <div className="interface flex flex-wrap items-center gap-x-4 gap-y-2 border-b border-line pb-3">
        <button
          type="button"
          className={secondary}
          hidden={entries.length === 0}
          disabled={busy || !ready || slugs.length === 0}
          onClick={() => {
            setTitles(new Map(entries.map(({ slug, title }) => [slug, title])))
            void act('/api/staff/v1/bank/archive', { slugs, archived: false }, t('bank.restored', { n: slugs.length }))
          }}
        >
          {t('bank.restore', { n: slugs.length })}
        </button>
        <Outcome said={said} titles={titles} />
      </div>
      <ul>
        {entries.map((entry) => (
          <li key={entry.slug} className="flex items-start gap-3 border-b border-rule py-4">
            <input
              type="checkbox"
              className="mt-2"
              disabled={!ready || !entry.mayRestore}
              aria-label={t('bank.choose', { title: entry.title })}
              checked={chosen.has(entry.slug)}
              onChange={(event) => {
                const next = new Set(chosen)
                if (event.target.checked) next.add(entry.slug)
                else next.delete(entry.slug)
                setChosen(next)
              }}
            />
            <div className="min-w-0 flex-1">
              <Link
                href={`/staff/questions/${entry.slug}`}
                prefetch={false}
                className={`${link} text-lead break-words`}
              >
                {entry.title}
              </Link>
              <p className="interface text-soft">{facts(entry)}</p>
            </div>
          </li>
        ))}
      </ul>
    </>
  )
}
