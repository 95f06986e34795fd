'use client'
import { useId } from 'react'
import { useMessages } from '../../messages/provider.tsx'
import { type Policy, policiesOf, type QuestionUse } from './uses.ts'

interface Props {
  uses: readonly QuestionUse[]
  version: string | null
  chosen: ReadonlySet<string>
  onChoose: (chosen: ReadonlySet<string>) => void
  own: ReadonlyMap<string, Policy>
  onOwn: (own: ReadonlyMap<string, Policy>) => void
  policyIn: (use: QuestionUse) => Policy | null
}

/** The exams that are corrected, each as all of them or in a way of its own. */
export function ExamPolicies({ uses, version, chosen, onChoose, own, onOwn, policyIn }: Props) {
  const { t } = useMessages()
  const id = useId()

  function toggle(examId: string) {
    const next = new Set(chosen)
    if (!next.delete(examId)) next.add(examId)
    onChoose(next)
  }
  function choose(examId: string, policy: string) {
    const next = new Map(own)
    if (policy === '') next.delete(examId)
    else next.set(examId, policy as Policy)
    onOwn(next)
  }

  return (
    <fieldset className="min-w-0">
      <legend className="mb-2 font-semibold">{t('corrections.inExams')}</legend>
      <ul className="flex flex-col">
        {uses.map((use) => (
          <li key={use.examId} className="flex flex-wrap items-start gap-x-4 gap-y-2 border-t border-rule py-2.5">
            <label
              htmlFor={`${id}-${use.examId}`}
              className="grid min-h-6 min-w-0 grow basis-64 grid-cols-[1.5rem_1fr] items-baseline"
            >
              <input
                type="checkbox"
                id={`${id}-${use.examId}`}
                checked={chosen.has(use.examId) && policyIn(use) !== null}
                disabled={policyIn(use) === null}
                onChange={() => toggle(use.examId)}
                className="accent-accent"
              />
              <span className="min-w-0 [overflow-wrap:anywhere]">
                {use.title} <span className="text-soft">{use.course}</span>
                <span className="block text-fine text-soft">
                  {t('corrections.counts', { sitting: use.sitting, submissions: use.submissions })}
                  {policyIn(use) === null && ` · ${t('corrections.upToDate')}`}
                </span>
              </span>
            </label>
            <select
              aria-label={t('corrections.policyIn', { exam: use.title })}
              className="ruled ml-6 max-w-[calc(100%-1.5rem)] sm:ml-0 sm:max-w-full"
              value={own.get(use.examId) ?? ''}
              onChange={(event) => choose(use.examId, event.target.value)}
            >
              <option value="">{t('corrections.asAll')}</option>
              {policiesOf(use, version).map((policy) => (
                <option key={policy} value={policy}>
                  {t('corrections.policyName', { policy })}
                </option>
              ))}
            </select>
          </li>
        ))}
      </ul>
    </fieldset>
  )
}
