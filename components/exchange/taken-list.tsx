'use client'
import Link from 'next/link'
import { useMessages } from '../messages/provider.tsx'
import { link } from '../site/buttons.ts'
import type { TakenQuestion } from './exchange.ts'

/** What was taken over, each with the way to its editor. */
export function TakenList({ taken }: { taken: TakenQuestion[] }) {
  const { t } = useMessages()
  const there = taken.filter(({ what }) => what === 'there').length
  return (
    <div className="interface">
      <p role="status" className="font-semibold">
        {t('exchange.taken', { n: taken.length - there, there })}
      </p>
      <ul className="mt-4 border-t border-rule">
        {taken.map(({ slug, asked, what, title, notes }) => (
          <li key={slug} className="border-b border-rule py-3 break-words">
            <Link href={`/staff/questions/${slug}/edit`} prefetch={false} className={link}>
              {title}
            </Link>
            {what === 'there' ? <span className="ml-3 text-soft">{t('exchange.isThere')}</span> : null}
            {slug === asked ? null : <span className="ml-3 text-soft">{t('exchange.renamed', { slug, asked })}</span>}
            {notes.map((note) => (
              <p key={note} className="text-caution">
                {t('exchange.pictureRefused', { note })}
              </p>
            ))}
          </li>
        ))}
      </ul>
    </div>
  )
}
