'use client'
import Link from 'next/link'
import type { ReactNode } from 'react'
import { useMessages } from '../messages/provider.tsx'
import { link } from '../site/buttons.ts'
import { AuditFindings } from '../staff/audit/audit-findings.tsx'
import type { Stage } from './publishing.ts'

const short = (version: string) => version.slice(0, 10)

/** Where publishing stands, said once when it changes; the progress of an audit beside it. */
export function StageShown({ slug, stage }: { slug: string; stage: Stage }) {
  const { t } = useMessages()
  return (
    <div className="flex flex-col gap-3 empty:hidden">
      <p role="status" className={`${tone(stage)} empty:hidden`}>
        <Sentence slug={slug} stage={stage} />
      </p>
      {stage.at === 'auditing' && stage.of > 0 && (
        <p className="flex items-center gap-3 text-soft">
          <progress
            className="h-2 w-40 accent-accent"
            aria-label={t('versions.stepAudit')}
            value={stage.done}
            max={stage.of}
          />
          {t('versions.stepAuditOf', { done: stage.done, of: stage.of })}
        </p>
      )}
      {stage.at === 'unreadable' && (
        <ul className="flex flex-col gap-1 border-l-2 border-wrong pl-4">
          {stage.problems.map(({ line, column, message }) => (
            <li key={`${line}:${column}:${message}`}>{t('versions.problem', { line, column, message })}</li>
          ))}
        </ul>
      )}
      {stage.at === 'figures-missing' && <Files files={stage.files} />}
      {stage.at === 'kept' && stage.missing.length > 0 && (
        <>
          <p className="text-caution">{t('versions.figuresMissing')}</p>
          <Files files={stage.missing} />
        </>
      )}
      {stage.at === 'unsound' && <AuditFindings report={stage.report} t={t} />}
    </div>
  )
}

function Files({ files }: { files: readonly string[] }) {
  return (
    <ul className="flex flex-col gap-1 border-l-2 border-rule pl-4">
      {files.map((file) => (
        <li key={file} className="font-mono text-fine [overflow-wrap:anywhere]">
          {file}
        </li>
      ))}
    </ul>
  )
}

const wrong: Stage['at'][] = ['not-saved', 'unreadable', 'figures-missing', 'unsound', 'audit-broke', 'failed']

function tone({ at }: Stage): string {
  if (wrong.includes(at)) return 'text-wrong'
  if (at === 'review-missing') return 'text-caution'
  return at === 'published' || at === 'kept' ? 'text-good' : 'text-soft'
}

function Sentence({ slug, stage }: { slug: string; stage: Stage }): ReactNode {
  const { t } = useMessages()
  const history = (
    <Link href={`/staff/questions/${slug}/history`} prefetch={false} className={link}>
      {t('versions.seeHistory')}
    </Link>
  )
  switch (stage.at) {
    case 'idle':
      return null
    case 'saving':
      return t('versions.stepSaving')
    case 'auditing':
      return t('versions.stepAudit')
    case 'publishing':
      return t('versions.stepPublishing')
    case 'kept':
      return (
        <>
          {t('versions.stepSaved', { version: short(stage.version) })} {history}
        </>
      )
    case 'published':
      return (
        <>
          {t('versions.stepPublished')} {history}
        </>
      )
    case 'not-saved':
      return t('versions.notSaved')
    case 'unreadable':
      return t('versions.unreadable')
    case 'figures-missing':
      return t('versions.figuresMissing')
    case 'unsound':
      return t('versions.unsound')
    case 'review-missing':
      return (
        <>
          {t('versions.reviewMissing')}{' '}
          <Link href={`/staff/questions/${slug}/review?version=${stage.version}`} prefetch={false} className={link}>
            {t('versions.askReview')}
          </Link>
        </>
      )
    case 'audit-broke':
      return t('versions.auditBroke', { reason: stage.reason })
    case 'stopped':
      return t('versions.stopped')
    case 'failed':
      return t('versions.failed', { reason: stage.reason ?? t('versions.unreachable') })
  }
}
