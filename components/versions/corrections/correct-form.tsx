'use client'
import { useRouter } from 'next/navigation'
import { type FormEvent, useState } from 'react'
import { useMessages } from '../../messages/provider.tsx'
import { primary } from '../../site/buttons.ts'
import { sendJson } from '../../staff/send-json.ts'
import { PartsChoice } from './parts-choice.tsx'
import { PolicyChoice } from './policy-choice.tsx'
import { correctionOf, type Policy, policiesOf, type QuestionUse, reportOf } from './uses.ts'
import { WhyAndNotice } from './why-and-notice.tsx'

/** How a question is corrected in an exam: the policy, why, and what its students are told. What it does is shown next. */
export function CorrectForm({ slug, use, version }: { slug: string; use: QuestionUse; version: string | null }) {
  const { t } = useMessages()
  const router = useRouter()
  const policies = policiesOf(use, version)
  const [policy, setPolicy] = useState<Policy>(policies[0] ?? 'points')
  const [fields, setFields] = useState<ReadonlySet<string>>(() => new Set(use.fields.map(({ name }) => name)))
  const [words, setWords] = useState({ reason: '', notice: '' })
  const [busy, setBusy] = useState(false)
  const [refusal, setRefusal] = useState<string | null>(null)

  async function ask(event: FormEvent) {
    event.preventDefault()
    if (policy === 'points' && fields.size === 0) return setRefusal(t('corrections.chooseParts'))
    setBusy(true)
    setRefusal(null)
    const body = { ...correctionOf(use, version, policy, fields), ...words }
    const sent = await sendJson(`/api/staff/v1/questions/${slug}/corrections`, body)
    if (sent.ok) return router.push(reportOf(use.examId, (sent.body as { regradeId: string }).regradeId))
    setBusy(false)
    setRefusal(t('versions.failed', { reason: sent.message ?? t('versions.unreachable') }))
  }

  return (
    <form onSubmit={ask} className="interface flex max-w-measure flex-col gap-5">
      <PolicyChoice policies={policies} chosen={policy} onChoose={setPolicy} legend={t('corrections.policy')} />
      {policy === 'points' && <PartsChoice fields={use.fields} chosen={fields} onChoose={setFields} />}
      <WhyAndNotice words={words} onWords={setWords} />
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
