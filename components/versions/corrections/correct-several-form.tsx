'use client'
import { type FormEvent, useState } from 'react'
import { useMessages } from '../../messages/provider.tsx'
import { primary } from '../../site/buttons.ts'
import { sendJson } from '../../staff/send-json.ts'
import { type Asked, AskedList } from './asked-list.tsx'
import { ExamPolicies } from './exam-policies.tsx'
import { PartsChoice } from './parts-choice.tsx'
import { PolicyChoice } from './policy-choice.tsx'
import { correctionOf, type Policy, policiesOf, type QuestionUse } from './uses.ts'
import { WhyAndNotice } from './why-and-notice.tsx'

const everyPolicy: Policy[] = ['regrade', 'both', 'points']

/** How a question is corrected in several exams: one way for all of them, and in an exam its own where one chooses it. */
export function CorrectSeveralForm(props: { slug: string; uses: readonly QuestionUse[]; version: string | null }) {
  const { slug, uses, version } = props
  const { t } = useMessages()
  const possible = everyPolicy.filter((policy) => uses.some((use) => policiesOf(use, version).includes(policy)))
  const [common, setCommon] = useState<Policy>(possible[0] ?? 'points')
  const [own, setOwn] = useState<ReadonlyMap<string, Policy>>(() => new Map())
  const [exams, setExams] = useState<ReadonlySet<string>>(() => new Set(uses.map(({ examId }) => examId)))
  const [fields, setFields] = useState<ReadonlySet<string>>(() => new Set(partsOf(uses).map(({ name }) => name)))
  const [words, setWords] = useState({ reason: '', notice: '' })
  const [busy, setBusy] = useState(false)
  const [refusal, setRefusal] = useState<string | null>(null)
  const [asked, setAsked] = useState<Asked[] | null>(null)

  /** null: the exam has what is published, and no points are to be given */
  function policyIn(use: QuestionUse): Policy | null {
    const policy = own.get(use.examId) ?? common
    return policiesOf(use, version).includes(policy) ? policy : null
  }
  const chosen = uses.filter((use) => exams.has(use.examId) && policyIn(use) !== null)
  const given = chosen.filter((use) => policyIn(use) === 'points')

  async function ask(event: FormEvent) {
    event.preventDefault()
    if (chosen.length === 0) return setRefusal(t('corrections.chooseExam'))
    const corrections = chosen.map((use) => correctionOf(use, version, policyIn(use) ?? 'points', fields))
    if (corrections.some((one) => one.policy === 'points' && one.fields.length === 0))
      return setRefusal(t('corrections.chooseParts'))
    setBusy(true)
    setRefusal(null)
    const sent = await sendJson(`/api/staff/v1/questions/${slug}/corrections/several`, { corrections, ...words })
    setBusy(false)
    if (sent.ok) setAsked((sent.body as { asked: Asked[] }).asked)
    else setRefusal(t('versions.failed', { reason: sent.message ?? t('versions.unreachable') }))
  }

  if (asked) return <AskedList asked={asked} uses={uses} />
  return (
    <form onSubmit={ask} className="interface flex max-w-measure flex-col gap-5">
      <PolicyChoice policies={possible} chosen={common} onChoose={setCommon} legend={t('corrections.policyForAll')} />
      <ExamPolicies
        uses={uses}
        version={version}
        chosen={exams}
        onChoose={setExams}
        own={own}
        onOwn={setOwn}
        policyIn={policyIn}
      />
      {given.length > 0 && <PartsChoice fields={partsOf(given)} chosen={fields} onChoose={setFields} />}
      <WhyAndNotice words={words} onWords={setWords} />
      <div className="flex flex-wrap items-center gap-3">
        <button type="submit" className={primary} disabled={busy}>
          {t('corrections.askSeveral', { n: chosen.length })}
        </button>
        <span role="status" className="text-wrong">
          {refusal}
        </span>
      </div>
    </form>
  )
}

/** The parts that the question has in any of these exams. */
const partsOf = (uses: readonly QuestionUse[]) => [
  ...new Map(uses.flatMap((use) => use.fields.map((field) => [field.name, field] as const))).values(),
]
