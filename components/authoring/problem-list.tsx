'use client'
import { useMessages } from '../messages/provider.tsx'
import type { Checked } from './desk/use-check.ts'

const mostShown = 8

/** What is wrong in the text, each with a way to its place. */
export function ProblemList(props: { checked: Checked; onGo: (line: number, column: number) => void }) {
  const { checked, onGo } = props
  const { t } = useMessages()
  const problems = checked.check?.problems ?? []
  return (
    <section aria-label={t('authoring.problemList')} className="interface border-t border-rule px-3 py-1.5 text-fine">
      <p role="status" className={problems.length > 0 ? 'text-wrong' : 'text-good'}>
        {checked.away ? (
          <span className="text-caution">{t('authoring.deskAway')}</span>
        ) : checked.check === null ? (
          <span className="text-soft">{t('authoring.checking')}</span>
        ) : problems.length > 0 ? (
          <>
            <span aria-hidden="true">✗ </span>
            {t('authoring.problems', { n: problems.length })}
          </>
        ) : (
          <>
            <span aria-hidden="true">✓ </span>
            {t('authoring.noProblems')}
          </>
        )}
      </p>
      {problems.length > 0 && (
        <ul className="max-h-40 overflow-y-auto">
          {problems.slice(0, mostShown).map(({ line, column, message }) => (
            <li key={`${line}:${column}:${message}`}>
              <button
                type="button"
                className="min-h-7 w-full text-left text-ink hover:underline focus-visible:-outline-offset-2"
                onClick={() => onGo(line, column)}
              >
                {t('authoring.goToProblem', { line, message })}
              </button>
            </li>
          ))}
          {problems.length > mostShown && (
            <li className="text-soft">{t('authoring.moreProblems', { n: problems.length - mostShown })}</li>
          )}
        </ul>
      )}
    </section>
  )
}
