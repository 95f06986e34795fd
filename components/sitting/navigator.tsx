'use client'
import { questionId } from '../fields/ids.ts'
import { useMessages } from '../messages/provider.tsx'
import { countsOf, type QuestionProgress } from './progress.ts'

const marks = { full: '●', partly: '◐', empty: '○' } as const
const words = { full: 'sitting.isFull', partly: 'sitting.isPartly', empty: 'sitting.isEmpty' } as const

/** The list of questions with what was done of each; it leads there. */
export function Navigator({ all, first = 1 }: { all: readonly QuestionProgress[]; first?: number }) {
  const { t } = useMessages()
  return (
    <nav aria-label={t('sitting.questions')} className="interface">
      <ol>
        {all.map(({ slug, title, fullness, flagged }, index) => (
          <li key={slug} className="border-b border-rule">
            <a
              href={`#${questionId(slug)}`}
              className="flex min-h-9 items-baseline gap-2.5 py-1.5 pr-1 no-underline hover:bg-sheet"
            >
              <span className="w-5 shrink-0 text-right text-soft">{first + index}</span>
              <span className="min-w-0 grow">{title}</span>
              {flagged && (
                <span className="text-accent">
                  <span aria-hidden="true">⚑</span>
                  <span className="sr-only">{t('sitting.isFlagged')}</span>
                </span>
              )}
              <span className={fullness === 'empty' ? 'text-soft' : 'text-ink'}>
                <span aria-hidden="true">{marks[fullness]}</span>
                <span className="sr-only">{t(words[fullness])}</span>
              </span>
            </a>
          </li>
        ))}
      </ol>
      <p className="eyebrow mt-3">
        <Counted all={all} />
      </p>
    </nav>
  )
}

/** "3 answered, 1 partly, 8 empty" */
export function Counted({ all }: { all: readonly QuestionProgress[] }) {
  const { t } = useMessages()
  const { full, partly, empty, flagged } = countsOf(all)
  return <>{t('sitting.counts', { full, partly, empty, flagged })}</>
}
