import Link from 'next/link'
import type { Translate } from '../messages/catalogue.ts'
import { link } from '../site/buttons.ts'

interface Waiting {
  slug: string
  title: string
  version: string
  askedBy: string
}

/** Versions that wait for the reader's review; nothing where none does. */
export function WaitingReviews({ waiting, t }: { waiting: readonly Waiting[]; t: Translate }) {
  if (waiting.length === 0) return null
  return (
    <section aria-label={t('versions.waiting')} className="interface mb-6 border-l-2 border-accent pl-4">
      <h2 className="font-semibold">{t('versions.waiting')}</h2>
      <ul className="flex flex-col gap-1">
        {waiting.map(({ slug, title, version, askedBy }) => (
          <li key={version + slug}>
            <Link href={`/staff/questions/${slug}/review?version=${version}`} prefetch={false} className={link}>
              {title}
            </Link>{' '}
            <span className="text-soft">{t('versions.askedBy', { name: askedBy })}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}
