'use client'
import { useState } from 'react'
import type { Translate } from '../../messages/catalogue.ts'
import { useMessages } from '../../messages/provider.tsx'
import { typed } from '../../paper/typed.ts'
import { secondary } from '../../site/buttons.ts'
import { RowHead } from '../../staff/row-head.tsx'
import { Scrolling } from '../../staff/scrolling.tsx'
import type { PreviewRow } from './preview.ts'

const page = 100

function saidOf(row: PreviewRow, t: Translate): string {
  if (row.problem !== undefined) return row.problem
  if (row.of !== undefined) return t('people.sameAs', { line: row.of })
  if (row.role !== undefined) return t('people.asRole', { role: row.role })
  const none = t('people.none')
  return (row.differences ?? [])
    .map(({ what, from, to }) => t('people.difference', { what, from: from ?? none, to: to ?? none }))
    .join('; ')
}

/** Rows of a list and what would be done about each. */
export function PreviewTable({ rows }: { rows: readonly PreviewRow[] }) {
  const { t } = useMessages()
  const [most, setMost] = useState(page)
  if (rows.length === 0) return <p className="interface text-soft">{t('people.noneOfThese')}</p>
  return (
    <>
      <Scrolling name={t('people.whatWould')}>
        <table className="interface w-full min-w-xl border-collapse text-left">
          <caption className="sr-only">{t('people.whatWould')}</caption>
          <thead>
            <tr className="border-b border-line">
              {(['people.person', 'people.line', 'people.what'] as const).map((name) => (
                <th key={name} scope="col" className="eyebrow px-3 py-2 font-normal first:pl-0">
                  {t(name)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.slice(0, most).map((row) => (
              <tr key={row.line} className="border-b border-rule align-baseline">
                <RowHead name={row.name || row.email} email={row.email} />
                <td className="px-3 py-2.5">{row.line}</td>
                <td className={`px-3 py-2.5 ${typed} ${row.does === 'error' ? 'text-wrong' : ''}`}>{saidOf(row, t)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scrolling>
      {rows.length > most ? (
        <p className="mt-4">
          <button type="button" className={secondary} onClick={() => setMost(most + 5 * page)}>
            {t('people.showMore', { n: Math.min(rows.length - most, 5 * page) })}
          </button>
        </p>
      ) : null}
    </>
  )
}
