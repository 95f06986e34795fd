'use client'
import { useMessages } from '../messages/provider.tsx'
import { frame } from './frame.ts'

const lines = ['w-11/12', 'w-full', 'w-4/5', 'w-2/3']

/** Holds the room of the exam until it has come. */
export function Skeleton({ waiting }: { waiting: boolean }) {
  const { t } = useMessages()
  return (
    <>
      <header className={frame.bar}>
        <div className={frame.barInner}>
          <p role="status" className="interface text-soft">
            {waiting ? t('sitting.stillLoading') : t('sitting.loading')}
          </p>
        </div>
      </header>
      <div className={frame.body}>
        <div className={frame.side} />
        <main id="content" className={frame.sheet} aria-busy="true">
          {[1, 2, 3].map((part) => (
            <div key={part} className="animate-pulse space-y-4 border-rule py-10 not-first:border-t" aria-hidden="true">
              <div className="h-7 w-1/2 bg-sheet" />
              {lines.map((width) => (
                <div key={width} className={`h-4 bg-sheet ${width}`} />
              ))}
              <div className="h-24 w-full bg-sheet" />
            </div>
          ))}
        </main>
      </div>
    </>
  )
}
