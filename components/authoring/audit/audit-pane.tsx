'use client'
import { useMessages } from '../../messages/provider.tsx'
import { secondary } from '../../site/buttons.ts'
import type { AuditReport } from '../../staff/audit/audit.ts'
import { AuditFindings } from '../../staff/audit/audit-findings.tsx'
import type { SmallAudit } from '../desk/desk.ts'
import type { Preview } from '../preview/preview.ts'
import { adviceFor, seldomKept } from './advice.ts'
import type { WholeAudit } from './use-audits.ts'
import { WideBands } from './wide-bands.tsx'

interface Props {
  /** of the text as it is; null while it cannot be read */
  version: string | null
  small: SmallAudit | null
  preview: Preview | null
  working: boolean
  full: WholeAudit
}

/** How fair the question is: a small pool as one types, the whole audit when it is asked for. */
export function AuditPane({ version, small, preview, working, full }: Props) {
  const { t } = useMessages()
  const { audit } = full
  return (
    <div className="space-y-8">
      <p className="text-ui text-soft">{t('authoring.auditLead')}</p>
      <WideBands preview={preview} />
      <section aria-labelledby="audit-small" aria-busy={working}>
        <h2 id="audit-small" className="mb-2 text-lead font-semibold">
          {t('authoring.smallTitle')}
        </h2>
        <p role="status" className="interface mb-3">
          {version === null ? t('authoring.auditWaits') : working ? t('authoring.auditRuns') : null}
        </p>
        {small?.report && (
          <Report report={small.report} sound={small.sound === true} stale={small.version !== version} whole={false} />
        )}
      </section>
      <section aria-labelledby="audit-full">
        <h2 id="audit-full" className="mb-3 text-lead font-semibold">
          {t('authoring.fullTitle')}
        </h2>
        <div className="interface mb-4 flex flex-wrap items-center gap-x-4 gap-y-2">
          <button
            type="button"
            className={secondary}
            disabled={full.running || version === null}
            onClick={() => void full.start()}
          >
            {t('authoring.fullAudit')}
          </button>
          {full.running && (
            <button type="button" className={secondary} onClick={() => void full.stop()}>
              {t('authoring.fullStop')}
            </button>
          )}
          <span role="status">
            {full.running && audit && t('authoring.fullStage', { stage: audit.stage })}
            {audit?.state === 'failed' && (
              <span className="text-wrong">
                {t('authoring.fullFailed', { reason: audit.problem ?? t('authoring.fullForgotten') })}
              </span>
            )}
            {audit?.state === 'stopped' && t('authoring.fullStopped')}
            {full.refusal !== null && <span className="text-wrong">{full.refusal || t('authoring.deskAway')}</span>}
          </span>
          {full.running && audit && audit.of > 0 && (
            <span className="flex items-center gap-2">
              <progress
                className="h-2 w-32 accent-(--accent)"
                aria-label={t('authoring.fullTitle')}
                value={audit.done}
                max={audit.of}
              />
              <span className="text-soft">{t('authoring.fullProgress', { done: audit.done, of: audit.of })}</span>
            </span>
          )}
        </div>
        {audit?.report && (
          <Report report={audit.report} sound={audit.sound === true} stale={audit.version !== version} whole />
        )}
      </section>
    </div>
  )
}

function Report(props: { report: AuditReport; sound: boolean; stale: boolean; whole: boolean }) {
  const { report, sound, stale, whole } = props
  const { t } = useMessages()
  const advice = adviceFor(report)
  const seldom = seldomKept(report)
  const words = whole
    ? ([t('authoring.fullSound'), t('authoring.fullUnsound')] as const)
    : ([t('authoring.auditSound'), t('authoring.auditUnsound')] as const)
  return (
    <div className={stale ? 'opacity-60' : ''}>
      <p className="interface mb-3 flex flex-wrap gap-x-3">
        <span className={`font-semibold ${sound ? 'text-good' : 'text-wrong'}`}>
          <span aria-hidden="true">{sound ? '✓' : '✗'} </span>
          {words[sound ? 0 : 1]}
        </span>
        {stale && <span className="text-soft">{t('authoring.auditStale')}</span>}
      </p>
      {advice.length > 0 && (
        <div className="mb-4 border-l-2 border-caution bg-wash px-4 py-2 text-ui">
          <h3 className="eyebrow">{t('authoring.advice')}</h3>
          <ul className="space-y-1">
            {advice.map((remedy) => (
              <li key={remedy}>{t(remedy)}</li>
            ))}
          </ul>
        </div>
      )}
      {seldom.length > 0 && (
        <ul className="mb-4 space-y-1 border-l-2 border-caution bg-wash px-4 py-2 text-ui">
          {seldom.map((part) => (
            <li key={part.fields}>{t('authoring.seldomKept', part)}</li>
          ))}
        </ul>
      )}
      <AuditFindings report={report} of={t(whole ? 'authoring.fullTitle' : 'authoring.smallTitle')} t={t} />
    </div>
  )
}
