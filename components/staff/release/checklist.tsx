import Link from 'next/link'
import type { Translate } from '../../messages/catalogue.ts'
import { link } from '../../site/buttons.ts'
import type { Checklist } from './overview.ts'

const entries = [
  { name: 'sitting', words: 'release.sitting', page: 'running' },
  { name: 'ungraded', words: 'release.ungraded', page: '' },
  { name: 'waiting', words: 'release.waiting', page: 'review' },
  { name: 'broken', words: 'release.broken', page: 'review' },
  { name: 'late', words: 'release.late', page: 'review' },
  { name: 'regrades', words: 'release.regrades', page: 'regrade' },
  { name: 'requests', words: 'release.requests', page: 'requests' },
] as const

/** What is finished and what is not, each with the way to it. */
export function ReleaseChecklist({ examId, checklist, t }: { examId: string; checklist: Checklist; t: Translate }) {
  return (
    <>
      <p className="mb-4 max-w-measure text-soft">
        {t(entries.every(({ name }) => checklist[name] === 0) ? 'release.allDone' : 'release.checkLead')}
      </p>
      <ul className="interface flex flex-col gap-1.5">
        {entries.map(({ name, words, page }) => {
          const n = checklist[name]
          const says = t(words, { n })
          return (
            <li key={name} className="flex items-baseline gap-2.5">
              <span aria-hidden="true" className={`w-4 shrink-0 text-center ${n > 0 ? 'text-caution' : 'text-good'}`}>
                {n > 0 ? '!' : '✓'}
              </span>
              {n > 0 && page ? (
                <Link href={`/staff/exams/${examId}/${page}`} prefetch={false} className={link}>
                  {says}
                </Link>
              ) : (
                <span className={n > 0 ? '' : 'text-soft'}>{says}</span>
              )}
            </li>
          )
        })}
      </ul>
    </>
  )
}
