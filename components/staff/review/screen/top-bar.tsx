'use client'
import { useMessages } from '../../../messages/provider.tsx'
import { link, quiet } from '../../../site/buttons.ts'
import type { Bindings } from '../keys/bindings.ts'
import { printKey } from '../keys/key-name.ts'
import type { ReviewSession, Snapshot } from '../session/review-session.ts'
import { SaveState } from './save-state.tsx'

interface Props {
  back: string
  title: string
  snapshot: Snapshot
  session: ReviewSession
  bindings: Bindings
  onPalette: () => void
}

/** Where one is, how much waits, what is saved, and the way to and fro. */
export function TopBar({ back, title, snapshot, session, bindings, onPalette }: Props) {
  const { t } = useMessages()
  const { entries, at, phase, waiting } = snapshot
  const key = (keys: readonly string[]) => (keys[0] ? ` (${printKey(keys[0])})` : '')
  return (
    <header className="mb-6 border-b border-rule pb-4">
      <p className="interface mb-2">
        {/* a load of its own, so that the browser asks while something is not saved */}
        <a href={back} className={link}>
          {t('reviewing.backToQueue')}
        </a>
      </p>
      <div className="flex flex-wrap items-end justify-between gap-x-6 gap-y-3">
        <div className="min-w-0">
          <h1 className="text-lead font-semibold text-balance">{title}</h1>
          <p className="interface text-soft">
            {[
              ...(phase === 'reading' ? [t('reviewing.sitting', { n: at + 1 })] : []),
              ...(waiting === null ? [] : [t('reviewing.waitingNow', { n: waiting })]),
            ].join(' · ')}
          </p>
        </div>
        <div className="flex flex-wrap items-center gap-2">
          <button
            type="button"
            className={quiet}
            title={t('reviewing.previous') + key(bindings.previous)}
            aria-label={t('reviewing.previous')}
            disabled={phase === 'reading' ? at <= 0 : entries.length === 0}
            onClick={() => session.previous()}
          >
            <span aria-hidden="true">←</span>
          </button>
          <button
            type="button"
            className={quiet}
            title={t('reviewing.next') + key(bindings.next)}
            aria-label={t('reviewing.next')}
            disabled={phase === 'loading'}
            onClick={() => void session.next()}
          >
            <span aria-hidden="true">→</span>
          </button>
          <button
            type="button"
            className={quiet}
            title={t('reviewing.keysTitle') + key(bindings.palette)}
            aria-haspopup="dialog"
            onClick={onPalette}
          >
            {t('reviewing.keys')}
          </button>
        </div>
      </div>
      <SaveState entries={entries} session={session} />
    </header>
  )
}
