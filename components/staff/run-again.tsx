'use client'
import { useState } from 'react'
import { useMessages } from '../messages/provider.tsx'
import { secondary } from '../site/buttons.ts'
import { sendJson } from './send-json.ts'

/** A grading that was run again, as the route answers it. */
export interface Check {
  gradingId: string
  slug: string
  backend: string
  grader: { graded: string; now: string }
  outputs: string | null
  changed: string[]
  differences: { at: string; before: string; after: string }[]
  matches: boolean
}

type Outcome = { checks: Check[] } | { refusal: string } | null

/** Lets staff execute an attempt's gradings once more, and shows what is not as it was stored. */
export function RunAgain({ attemptId }: { attemptId: string }) {
  const { t } = useMessages()
  const [running, setRunning] = useState(false)
  const [outcome, setOutcome] = useState<Outcome>(null)

  async function run() {
    setRunning(true)
    const sent = await sendJson(`/api/staff/v1/attempts/${encodeURIComponent(attemptId)}/receipts`, {})
    setRunning(false)
    if (sent.ok) setOutcome(sent.body as { checks: Check[] })
    else setOutcome({ refusal: t('staff.refused', { reason: sent.message ?? t('staff.unreachable') }) })
  }

  return (
    <div className="interface mt-5 flex flex-col items-start gap-3">
      <p className="text-soft">{t('receipt.runAgainLead')}</p>
      <button type="button" className={secondary} disabled={running} onClick={run}>
        {running ? t('receipt.running') : t('receipt.runAgain')}
      </button>
      <div role="status">
        {outcome && 'refusal' in outcome ? <p className="text-wrong">{outcome.refusal}</p> : null}
        {outcome && 'checks' in outcome ? <Checks checks={outcome.checks} /> : null}
      </div>
    </div>
  )
}

/** First whether all is as it was, then every question that is not. */
export function Checks({ checks }: { checks: readonly Check[] }) {
  const { t } = useMessages()
  const differing = checks.filter(({ matches }) => !matches)
  return (
    <>
      <p className={differing.length > 0 ? 'text-wrong' : undefined}>
        {differing.length === 0
          ? t('receipt.allMatch', { n: checks.length })
          : t('receipt.someDiffer', { n: differing.length })}
      </p>
      <ul className="mt-2 flex flex-col gap-1.5">
        {checks.map((check) => (
          <li key={check.gradingId}>
            {t(check.matches ? 'receipt.matches' : 'receipt.differs', { slug: check.slug, backend: check.backend })}
            {check.matches ? null : <Findings check={check} />}
          </li>
        ))}
      </ul>
    </>
  )
}

function Findings({ check }: { check: Check }) {
  const { t } = useMessages()
  const { grader, outputs, changed, differences } = check
  const lines = [
    ...(outputs === null ? [t('receipt.noReceipt')] : []),
    ...(grader.graded === grader.now ? [] : [t('receipt.otherGrader', grader)]),
    ...changed.map((part) => t('receipt.changed', { part })),
    ...differences.map(({ at, before, after }) =>
      t('receipt.difference', { at, before: before || t('receipt.nothing'), after: after || t('receipt.nothing') }),
    ),
  ]
  return (
    <ul className="border-l-2 border-caution pl-4">
      {lines.map((line) => (
        <li key={line} className="break-words">
          {line}
        </li>
      ))}
    </ul>
  )
}
