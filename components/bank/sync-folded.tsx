import Link from 'next/link'
import type { Translate } from '../messages/catalogue.ts'
import { link } from '../site/buttons.ts'
import { StaffSection } from '../staff/staff-heading.tsx'
import { foldedStates, type SyncCount, wordOf } from './sync-states.ts'

/** How many questions there are with which nothing has to be done; which, is a step away. */
export function SyncFolded({ counts, here, t }: { counts: readonly SyncCount[]; here: string; t: Translate }) {
  return counts
    .filter(({ state }) => foldedStates.includes(state))
    .map(({ state, n }) => (
      <StaffSection key={state} title={t('bankFiles.syncState', { state: wordOf(state) })}>
        <p className="interface flex flex-wrap gap-x-4 text-soft">
          <span>{t('bankFiles.syncCount', { n })}</span>
          <Link href={`${here}?state=${state}`} prefetch={false} className={`${link} inline-flex min-h-6 items-center`}>
            {t('bankFiles.syncShow', { n })}
          </Link>
        </p>
      </StaffSection>
    ))
}
