'use client'
import { useRouter } from 'next/navigation'
import { type FormEvent, useId, useState } from 'react'
import { useMessages } from '../../messages/provider.tsx'
import { primary } from '../../site/buttons.ts'
import { sendJson } from '../../staff/send-json.ts'
import type { Policy, QuestionUse } from './uses.ts'

/** How a question is corrected in an exam: the policy, why, and what its students are told. What it does is shown next. */
export function CorrectForm({ slug, use, version }: { slug: string; use: QuestionUse; version: string | null }) {
  const { t } = useMessages()
  const router = useRouter()
  const id = useId()
  const policies: Policy[] = use.behind && version ? ['regrade', 'both', 'points'] : ['points']
  const [policy, setPolicy] = useState<Policy>(policies[0] ?? 'points')
  const [fields, setFields] = useState<ReadonlySet<string>>(() => new Set(use.fields.map(({ name }) => name)))
  const [reason, setReason] = useState('')
  const [notice, setNotice] = useState('')
  const [busy, setBusy] = useState(false)
  const [refusal, setRefusal] = useState<string | null>(null)

  async function ask(event: FormEvent) {
    event.preventDefault()
    if (policy === 'points' && fields.size === 0) return setRefusal(t('corrections.chooseParts'))
    setBusy(true)
    setRefusal(null)
    const sent = await sendJson(`/api/staff/v1/questions/${slug}/corrections`, {
      examId: use.examId,
      version: policy === 'points' ? use.version : version,
      policy,
      fields: policy === 'points' ? use.fields.map(({ name }) => name).filter((name) => fields.has(name)) : [],
      reason,
      notice,
    })
    if (sent.ok)
      return router.push(`/staff/exams/${use.examId}/regrade?id=${(sent.body as { regradeId: string }).regradeId}`)
    setBusy(false)
    setRefusal(t('versions.failed', { reason: sent.message ?? t('versions.unreachable') }))
  }

  function toggle(name: string) {
    const next = new Set(fields)
    if (!next.delete(name)) next.add(name)
    setFields(next)
  }

  return (
    <form onSubmit={ask} className="interface flex max-w-measure flex-col gap-5">
      <fieldset className="flex flex-col gap-3">
        <legend className="mb-2 font-semibold">{t('corrections.policy')}</legend>
        {policies.map((one) => (
          <label key={one} htmlFor={`${id}-${one}`} className="grid grid-cols-[1.5rem_1fr] items-baseline">
            <input
              type="radio"
              id={`${id}-${one}`}
              name={`${id}-policy`}
              checked={policy === one}
              onChange={() => setPolicy(one)}
              className="accent-accent"
            />
            <span>
              <span className="font-semibold">{t('corrections.policyName', { policy: one })}</span>
              <span className="block text-soft">{t('corrections.policySays', { policy: one })}</span>
            </span>
          </label>
        ))}
      </fieldset>
      {policy === 'points' && (
        <fieldset className="flex flex-col gap-1.5 border-l-2 border-rule pl-4">
          <legend className="eyebrow mb-1">{t('corrections.parts')}</legend>
          {use.fields.map(({ name, label }) => (
            <label key={name} htmlFor={`${id}-f-${name}`} className="flex min-h-6 items-center gap-2">
              <input
                type="checkbox"
                id={`${id}-f-${name}`}
                checked={fields.has(name)}
                onChange={() => toggle(name)}
                className="accent-accent"
              />
              {label}
            </label>
          ))}
        </fieldset>
      )}
      <label className="flex flex-col gap-1" htmlFor={`${id}-reason`}>
        <span className="eyebrow">{t('corrections.reason')}</span>
        <input
          id={`${id}-reason`}
          className="ruled w-full"
          required
          maxLength={2000}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
        />
      </label>
      <label className="flex flex-col gap-1" htmlFor={`${id}-notice`}>
        <span className="eyebrow">{t('corrections.notice')}</span>
        <textarea
          id={`${id}-notice`}
          className="ruled min-h-20 w-full"
          maxLength={4000}
          aria-describedby={`${id}-notice-hint`}
          value={notice}
          onChange={(event) => setNotice(event.target.value)}
        />
      </label>
      <p id={`${id}-notice-hint`} className="eyebrow">
        {t('corrections.noticeHint')}
      </p>
      <div className="flex flex-wrap items-center gap-3">
        <button type="submit" className={primary} disabled={busy}>
          {t('corrections.ask')}
        </button>
        <span role="status" className="text-wrong">
          {refusal}
        </span>
      </div>
    </form>
  )
}
