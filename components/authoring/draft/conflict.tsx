'use client'
import { useMessages } from '../../messages/provider.tsx'
import { primary, secondary } from '../../site/buttons.ts'
import { TextDiffView } from '../../versions/text-diff-view.tsx'
import type { Theirs } from './draft.ts'

/** Two people saved the same draft: whose text goes on is for a person to say. */
export function Conflict(props: { theirs: Theirs; onMine: () => void; onTheirs: () => void }) {
  const { theirs, onMine, onTheirs } = props
  const { locale, t } = useMessages()
  const at = new Date(theirs.at)
  const time = Number.isNaN(at.getTime())
    ? ''
    : at.toLocaleTimeString(locale, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })
  return (
    <section aria-labelledby="conflict" className="mb-4 border-2 border-caution bg-wash p-4">
      <h2 id="conflict" className="text-lead font-semibold">
        {t('authoring.conflictTitle')}
      </h2>
      <p role="alert" className="mt-1 text-ui">
        {t('authoring.conflictText', { by: theirs.by, at: time })}
      </p>
      {theirs.diff && (
        <div className="mt-3 max-h-[50dvh] overflow-auto bg-paper">
          <TextDiffView diff={theirs.diff} />
        </div>
      )}
      <div className="mt-3 flex flex-wrap items-center gap-3">
        <button type="button" className={primary} onClick={onMine}>
          {t('authoring.keepMine')}
        </button>
        <button type="button" className={secondary} onClick={onTheirs}>
          {t('authoring.takeTheirs')}
        </button>
        <span className="interface text-fine text-soft">{t('authoring.keepMineNote')}</span>
      </div>
    </section>
  )
}
