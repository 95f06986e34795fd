'use client'
import Link from 'next/link'
import { useMessages } from '../messages/provider.tsx'
import { link, quiet } from '../site/buttons.ts'
import { printTime } from '../site/times.ts'
import { useReady } from '../site/use-ready.ts'
import { StaffSection } from '../staff/staff-heading.tsx'
import { TextDiffView } from '../versions/text-diff-view.tsx'
import type { TextDiff } from '../versions/versions.ts'
import { foldedStates, type SyncCount, type SyncState, syncStates, wordOf } from './sync-states.ts'
import { useAction } from './use-action.ts'

interface SyncedQuestion {
  slug: string
  title: string
  state: SyncState
  course: string | null
  draft: boolean
  published: { at: string; by: string | null } | null
  diff: TextDiff | null
}

interface Props {
  questions: readonly SyncedQuestion[]
  /** of all there are, on other pages too */
  counts: readonly SyncCount[]
  zone: string
}

type Send = (question: SyncedQuestion, way: 'to-folder' | 'to-database') => void

/** Questions of both sides by how they stand there. What is brought together leaves the list: what became of it is said above. */
export function SyncList({ questions, counts, zone }: Props) {
  const { t } = useMessages()
  const ready = useReady()
  const { act, busy, said } = useAction()
  const send: Send = ({ slug, title }, way) => {
    const done = t(way === 'to-folder' ? 'bankFiles.syncWritten' : 'bankFiles.syncTaken', { title })
    void act('/api/staff/v1/bank/sync', { slug, way }, done)
  }
  const sections = syncStates.map((state) => {
    const some = questions.filter((question) => question.state === state)
    if (some.length === 0) return null
    const n = counts.find((count) => count.state === state)?.n ?? some.length
    return (
      <StaffSection key={state} title={t('bankFiles.syncState', { state: wordOf(state) })}>
        <p className="interface text-soft">{t('bankFiles.syncCount', { n })}</p>
        <ul>
          {some.map((question) => (
            <SyncRow key={question.slug} question={question} zone={zone} busy={busy || !ready} send={send} />
          ))}
        </ul>
      </StaffSection>
    )
  })
  return (
    <>
      <p
        role="status"
        className={`interface sticky top-0 z-10 bg-paper py-2 empty:hidden ${said?.ok === false ? 'text-wrong' : 'text-soft'}`}
      >
        {said?.text}
      </p>
      {sections}
    </>
  )
}

function SyncRow(props: { question: SyncedQuestion; zone: string; busy: boolean; send: Send }) {
  const { t, locale } = useMessages()
  const { question, zone, busy, send } = props
  const { slug, title, state, course, draft, published, diff } = question
  const facts = [
    `${slug}.md`,
    ...(course ? [t('bankFiles.syncCourse', { course })] : []),
    ...(published
      ? [
          t('bankFiles.syncPublished', {
            when: printTime(published.at, locale, zone),
            name: published.by ?? t('bankFiles.nobody'),
          }),
        ]
      : []),
    ...(draft ? [t('bankFiles.syncDraft')] : []),
  ]
  return (
    <li className="border-b border-rule py-3">
      <Link href={`/staff/questions/${slug}`} prefetch={false} className={`${link} break-words`}>
        {title}
      </Link>
      <p className="interface text-soft">{facts.join(' · ')}</p>
      {foldedStates.includes(state) ? null : (
        <p className="mt-2 flex flex-wrap items-center gap-3">
          <button
            type="button"
            className={quiet}
            disabled={busy}
            aria-label={t('bankFiles.toFolderOf', { title })}
            onClick={() => send(question, 'to-folder')}
          >
            {t('bankFiles.toFolder')}
          </button>
          {state === 'database-only' ? null : (
            <button
              type="button"
              className={quiet}
              disabled={busy}
              aria-label={t('bankFiles.toDatabaseOf', { title })}
              onClick={() => send(question, 'to-database')}
            >
              {t('bankFiles.toDatabase')}
            </button>
          )}
        </p>
      )}
      {diff ? (
        <details className="mt-2">
          <summary className="interface min-h-7 cursor-pointer text-soft">{t('bankFiles.syncDiff')}</summary>
          <div className="mt-2">
            <TextDiffView diff={diff} />
          </div>
        </details>
      ) : null}
    </li>
  )
}
