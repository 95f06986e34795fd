'use client'
import { useMessages } from '../../messages/provider.tsx'
import { Paper } from '../../paper/paper.tsx'
import { quiet } from '../../site/buttons.ts'
import { useShelf, useSolution } from './provider.tsx'

/** The worked solution of a field, closed at first: it comes when it is opened. */
export function WorkedSolution({ slug, field }: { slug: string; field: string }) {
  const { t } = useMessages()
  const shelf = useShelf()
  const solution = useSolution(slug)
  return (
    <details
      data-solution
      className="mt-3"
      onToggle={(event) => {
        // one that failed is asked for again by its button, not by every opening of another one
        if (event.currentTarget.open && shelf.of(slug).state === 'absent') void shelf.want(slug)
      }}
    >
      <summary className="interface min-h-7 text-accent">{t('verdict.solution')}</summary>
      <div className="mt-2 border-t border-rule pt-3" aria-busy={solution.state === 'loading'}>
        {solution.state === 'ready' && <Paper nodes={solution.fields[field] ?? []} />}
        {(solution.state === 'loading' || solution.state === 'absent') && (
          <p role="status" className="interface min-h-24 text-soft">
            {t('verdict.solutionComing')}
          </p>
        )}
        {solution.state === 'failed' && (
          <p role="alert" className="interface flex flex-wrap items-baseline gap-3">
            {t('verdict.solutionFailed')}
            <button type="button" className={quiet} onClick={() => void shelf.want(slug)}>
              {t('verdict.solutionAgain')}
            </button>
          </p>
        )}
      </div>
    </details>
  )
}
