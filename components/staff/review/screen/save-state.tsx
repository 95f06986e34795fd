'use client'
import { useMessages } from '../../../messages/provider.tsx'
import { quiet } from '../../../site/buttons.ts'
import { keyOf } from '../card.ts'
import { draftPoints } from '../session/draft.ts'
import type { Entry } from '../session/entry.ts'
import type { ReviewSession } from '../session/review-session.ts'

/** What the server has of the decisions so far, and what is to be done where it has not. */
export function SaveState({ entries, session }: { entries: readonly Entry[]; session: ReviewSession }) {
  const { t } = useMessages()
  const saving = entries.filter(({ state }) => state === 'saving').length
  const troubled = entries.filter(({ state }) => state === 'failed' || state === 'conflict')
  const saved = entries.some(({ state }) => state === 'saved')
  return (
    <div className="interface min-h-6 text-fine">
      <p role="status" className={troubled.length > 0 ? 'text-wrong' : 'text-soft'}>
        {troubled.length > 0
          ? t('reviewing.notSaved', { n: troubled.length })
          : saving > 0
            ? t('reviewing.saving', { n: saving })
            : saved
              ? t('reviewing.allSaved')
              : null}
      </p>
      {troubled.length > 0 && (
        <ul className="mt-1 flex flex-col gap-2 border-l-2 border-wrong pl-3">
          {troubled.map((entry) => (
            <Troubled key={keyOf(entry.card)} entry={entry} session={session} />
          ))}
        </ul>
      )}
    </div>
  )
}

function Troubled({ entry, session }: { entry: Entry; session: ReviewSession }) {
  const { t } = useMessages()
  const { card, draft, theirs, trouble, state } = entry
  const { code } = card
  const key = keyOf(card)
  const newest = theirs?.history[0]
  const mine = draftPoints(card, draft) ?? 0
  const because = trouble?.status === 401 ? t('reviewing.signIn') : (trouble?.message ?? t('reviewing.unreachable'))
  const conflict = state === 'conflict' && newest
  return (
    <li className="flex flex-wrap items-center gap-x-3 gap-y-1">
      <span className="min-w-0">
        {!conflict
          ? t('reviewing.failedBecause', { code, reason: because })
          : newest.points === null
            ? t('reviewing.conflictBack', { code, name: newest.reviewer, mine })
            : t('reviewing.conflictWith', { code, name: newest.reviewer, points: newest.points, mine })}
      </span>
      {conflict ? (
        <>
          <button type="button" className={quiet} onClick={() => session.keepTheirs(key)}>
            {t('reviewing.keepTheirs')}
          </button>
          <button type="button" className={quiet} onClick={() => session.saveOverTheirs(key)}>
            {t('reviewing.saveMine')}
          </button>
        </>
      ) : (
        <button type="button" className={quiet} onClick={() => session.retry(key)}>
          {t('reviewing.retry')}
        </button>
      )}
      <button type="button" className={quiet} onClick={() => session.open(key)}>
        {t('reviewing.openIt')}
      </button>
    </li>
  )
}
