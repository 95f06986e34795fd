'use client'
import Link from 'next/link'
import { useMessages } from '../messages/provider.tsx'
import { link, quiet } from '../site/buttons.ts'
import { printTime } from '../site/times.ts'
import { useReady } from '../site/use-ready.ts'
import { StaffSection } from '../staff/staff-heading.tsx'
import { TextDiffView } from '../versions/text-diff-view.tsx'
import type { TextDiff } from '../versions/versions.ts'
import { useAction } from './use-action.ts'

const states = ['both', 'file-newer', 'database-newer', 'database-only', 'file-only', 'same'] as const

export interface SyncedQuestion {
  slug: string
  title: string
  state: (typeof states)[number]
  course: string | null
  draft: boolean
  published: { at: string; by: string | null } | null
  diff: TextDiff | null
}

/** A name without hyphens, as messages choose by it. */
const word = (state: string) => state.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase())

/** Every question of both sides, those first that differ. */
export function SyncList({ questions, zone }: { questions: readonly SyncedQuestion[]; zone: string }) {
  const { t } = useMessages()
  return states.map((state) => {
    const some = questions.filter((question) => question.state === state)
    if (some.length === 0) return null
    const quietly = state === 'same' || state === 'file-only'
    const list = (
      <ul>
        {some.map((question) => (
          <SyncRow key={question.slug} question={question} zone={zone} />
        ))}
      </ul>
    )
    return (
      <StaffSection key={state} title={t('bankFiles.syncState', { state: word(state) })}>
        {quietly ? (
          <details>
            <summary className="interface min-h-7 cursor-pointer text-soft">
              {t('bankFiles.syncCount', { n: some.length })}
            </summary>
            {list}
          </details>
        ) : (
          list
        )}
      </StaffSection>
    )
  })
}

function SyncRow({ question, zone }: { question: SyncedQuestion; zone: string }) {
  const { t, locale } = useMessages()
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
      {state === 'same' || state === 'file-only' ? null : <SyncActions question={question} />}
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

function SyncActions({ question: { slug, title, state } }: { question: SyncedQuestion }) {
  const { t } = useMessages()
  const ready = useReady()
  const { act, busy, said } = useAction()
  const send = (way: string, done: string) => () => void act('/api/staff/v1/bank/sync', { slug, way }, done)
  return (
    <p className="mt-2 flex flex-wrap items-center gap-3">
      <button
        type="button"
        className={quiet}
        disabled={busy || !ready}
        aria-label={t('bankFiles.toFolderOf', { title })}
        onClick={send('to-folder', t('bankFiles.syncWritten'))}
      >
        {t('bankFiles.toFolder')}
      </button>
      {state === 'database-only' ? null : (
        <button
          type="button"
          className={quiet}
          disabled={busy || !ready}
          aria-label={t('bankFiles.toDatabaseOf', { title })}
          onClick={send('to-database', t('bankFiles.syncTaken'))}
        >
          {t('bankFiles.toDatabase')}
        </button>
      )}
      <span role="status" className={`interface ${said?.ok === false ? 'text-wrong' : 'text-soft'}`}>
        {said?.text}
      </span>
    </p>
  )
}
