'use client'
import { useRouter } from 'next/navigation'
import { useCallback, useState } from 'react'
import { useMessages } from '../../messages/provider.tsx'
import { secondary } from '../../site/buttons.ts'
import { sendJson } from '../send-json.ts'
import { type Audit, standingOf } from './audit.ts'
import { AuditFindings } from './audit-findings.tsx'
import { StandingBadge } from './standing-badge.tsx'
import { useAudit } from './use-audit.ts'

/** How a question stands with the audit, the newest report, and a button to have it audited as it is now. */
export function AuditPanel({ first, when }: { first: Audit; when: string | null }) {
  const { t } = useMessages()
  const router = useRouter()
  const onEnd = useCallback(() => router.refresh(), [router])
  const { audit, phase, seconds, watch } = useAudit(first, onEnd)
  const [refusal, setRefusal] = useState<string | null>(null)
  const address = `/api/staff/v1/questions/${first.slug}/audit`
  const start = async () => {
    setRefusal(null)
    const sent = await sendJson(address, {})
    if (sent.ok) watch()
    else setRefusal(t('staff.refused', { reason: sent.message ?? t('staff.unreachable') }))
  }
  const standing = standingOf(audit)
  const { latest, state } = audit
  return (
    <div className="space-y-5">
      <div className="flex flex-wrap items-baseline gap-x-5 gap-y-2">
        <StandingBadge standing={standing} t={t} />
        {latest && when && (
          <span className="interface text-soft">
            {latest.exam
              ? t('audit.ofPool', { exam: latest.exam, version: latest.version.slice(0, 10), when })
              : t('audit.asked', { version: latest.version.slice(0, 10), when })}
          </span>
        )}
      </div>
      {standing === 'never' && <p>{t('audit.never')}</p>}
      {standing === 'outdated' && <p>{t('audit.outdated')}</p>}
      {state?.version === null && <p className="text-wrong">{t('audit.unreadable')}</p>}
      {phase === 'idle' && state?.broke && <p className="text-wrong">{t('audit.broke', { reason: state.broke })}</p>}
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <button
          type="button"
          className={secondary}
          disabled={phase === 'running' || state?.version == null}
          onClick={() => void start()}
        >
          {phase === 'running' ? t('audit.running') : t('audit.start')}
        </button>
        {/* said once when it changes, not every second */}
        <span role="status" className="interface">
          {refusal ? <span className="text-wrong">{refusal}</span> : null}
          {phase === 'late' && t('audit.late')}
          {state === null && t('staff.graderAway')}
        </span>
        {phase === 'running' && <span className="interface text-soft">{t('audit.seconds', { n: seconds })}</span>}
      </div>
      {latest && <AuditFindings report={latest.report} t={t} />}
    </div>
  )
}
