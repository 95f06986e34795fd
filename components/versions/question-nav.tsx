import Link from 'next/link'
import type { Translate } from '../messages/catalogue.ts'
import { quiet } from '../site/buttons.ts'

/** Where one works on a question. */
export function QuestionNav({ slug, t }: { slug: string; t: Translate }) {
  const links = [
    ['edit', t('versions.edit')],
    ['history', t('versions.history')],
    ['review', t('versions.reviewTitle')],
  ] as const
  return (
    <nav aria-label={t('versions.workOnIt')} className="interface mb-8 flex flex-wrap gap-2">
      {links.map(([page, name]) => (
        <Link key={page} href={`/staff/questions/${slug}/${page}`} prefetch={false} className={quiet}>
          {name}
        </Link>
      ))}
    </nav>
  )
}
