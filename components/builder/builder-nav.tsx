import Link from 'next/link'
import type { Translate } from '../messages/catalogue.ts'

const pages = [
  { page: 'edit', name: 'builder.navEdit' },
  { page: 'trial', name: 'builder.navTrial' },
  { page: 'checklist', name: 'builder.navCheck' },
  { page: 'paper', name: 'builder.navPaper' },
] as const
export type BuilderPage = (typeof pages)[number]['page']

/** The pages on which an exam is made, one after the other. */
export function BuilderNav({ examId, here, t }: { examId: string; here: BuilderPage; t: Translate }) {
  return (
    <nav aria-label={t('builder.nav')} className="interface mb-6 border-b border-line print:hidden">
      <ul className="flex flex-wrap gap-x-6 gap-y-1">
        {pages.map(({ page, name }) => (
          <li key={page}>
            <Link
              href={`/staff/exams/${examId}/${page}`}
              prefetch={false}
              aria-current={page === here ? 'page' : undefined}
              className={`-mb-px inline-flex min-h-9 items-center border-b-2 ${
                page === here ? 'border-accent font-semibold' : 'border-transparent text-soft hover:text-ink'
              }`}
            >
              {t(name)}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}
