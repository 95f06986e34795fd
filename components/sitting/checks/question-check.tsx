'use client'
import { useSyncExternalStore } from 'react'
import { useMessages } from '../../messages/provider.tsx'
import { secondary } from '../../site/buttons.ts'
import type { ChecksDesk } from './checks-desk.ts'

const troubles = { unsaved: 'quiz.unsaved', trouble: 'quiz.trouble' } as const

/** Asks the grader what of a question is right so far: the marks stand beneath its fields. */
export function QuestionCheck({ desk, slug, locked }: { desk: ChecksDesk; slug: string; locked: boolean }) {
  const { t } = useMessages()
  const read = () => desk.read(slug)
  const { asking, newest, left, trouble } = useSyncExternalStore(desk.subscribe, read, read)
  const said = trouble === null ? null : typeof trouble === 'object' ? trouble.said : t(troubles[trouble])
  return (
    <div className="interface mt-6 flex flex-wrap items-center gap-x-4 gap-y-2 print:hidden">
      <button
        type="button"
        className={secondary}
        disabled={locked || asking || left === 0}
        onClick={() => void desk.check(slug)}
      >
        {asking ? t('quiz.checking') : newest ? t('quiz.checkAgain') : t('quiz.check')}
      </button>
      {left !== null && <span className="text-soft">{t('quiz.left', { n: left })}</span>}
      <p role="status" className="basis-full empty:hidden">
        {newest && !asking && trouble === null && (
          <>
            {newest.earned === null
              ? t('quiz.nothingDecided')
              : t('quiz.result', { earned: newest.earned, points: newest.points })}{' '}
            {t('quiz.goOn')}
          </>
        )}
      </p>
      <p role="alert" className="basis-full text-wrong empty:hidden">
        {said}
      </p>
    </div>
  )
}
