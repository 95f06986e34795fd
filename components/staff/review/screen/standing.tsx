'use client'
import Link from 'next/link'
import { useMessages } from '../../../messages/provider.tsx'
import { primary, secondary } from '../../../site/buttons.ts'
import { calibrationAddress } from '../addresses.ts'
import type { ReviewSession, Snapshot } from '../session/review-session.ts'

/** In the place of an answer: it is on its way, it did not come, or there is no more. */
export function Standing(props: { examId: string; snapshot: Snapshot; session: ReviewSession; back: string }) {
  const { t } = useMessages()
  const { examId, snapshot, session, back } = props
  if (snapshot.phase === 'loading') {
    return (
      <p role="status" className="py-16 text-soft">
        {t('reviewing.loading')}
      </p>
    )
  }
  const trouble = snapshot.phase === 'trouble'
  const passed = session.passed.length
  const saved = snapshot.entries.filter(({ state }) => state === 'saved' || state === 'saving').length
  const refused = snapshot.trouble && snapshot.trouble.status >= 400 && snapshot.trouble.status < 500
  return (
    <section role="status" className="max-w-measure py-10">
      <h2 className="text-lead font-semibold">{trouble ? t('reviewing.troubleTitle') : t('reviewing.doneTitle')}</h2>
      <p className="mt-2">
        {!trouble
          ? t('reviewing.doneText', { saved })
          : refused && snapshot.trouble?.status === 401
            ? t('reviewing.signIn')
            : (refused && snapshot.trouble?.message) || t('reviewing.troubleText')}
      </p>
      <p className="mt-6 flex flex-wrap gap-3">
        {trouble && snapshot.trouble?.code === 'calibrate-first' && (
          <Link href={calibrationAddress(examId)} prefetch={false} className={primary}>
            {t('reviewing.calibrate')}
          </Link>
        )}
        <a href={back} className={trouble || passed > 0 ? secondary : primary}>
          {t('reviewing.backToQueue')}
        </a>
        {!trouble && passed > 0 && (
          <button type="button" className={primary} onClick={() => session.openPassed()}>
            {t('reviewing.passed', { n: passed })}
          </button>
        )}
        <button type="button" className={secondary} onClick={() => void session.next()}>
          {trouble ? t('reviewing.tryNow') : t('reviewing.lookAgain')}
        </button>
      </p>
    </section>
  )
}
