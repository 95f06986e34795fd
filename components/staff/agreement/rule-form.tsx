'use client'
import { useRouter } from 'next/navigation'
import { type FormEvent, useId, useState } from 'react'
import { useMessages } from '../../messages/provider.tsx'
import { secondary } from '../../site/buttons.ts'
import { Outcome } from '../running/outcome.tsx'
import { useAct } from '../running/use-act.ts'
import type { Rule } from './agreement.ts'

const rules = ['none', 'advised', 'required'] as const

/** What a part asks of its reviewers beyond one score. */
export function RuleForm(props: { examId: string; field: string; name: string; rule: Rule }) {
  const { t } = useMessages()
  const id = useId()
  const router = useRouter()
  const { busy, message, act } = useAct(async () => router.refresh())
  const [percent, setPercent] = useState(String(Math.round(props.rule.secondShare * 100)))
  const [threshold, setThreshold] = useState(String(props.rule.threshold))
  const [calibration, setCalibration] = useState(props.rule.calibration)

  async function save(event: FormEvent) {
    event.preventDefault()
    const body = {
      field: props.field,
      secondShare: Number(percent) / 100,
      threshold: Number(threshold),
      calibration,
    }
    await act(`/api/staff/v1/exams/${props.examId}/blind/rule`, body, () => t('agreement.saved'))
  }

  return (
    <form
      onSubmit={save}
      aria-label={`${t('agreement.rule')}: ${props.name}`}
      className="interface flex flex-wrap items-end gap-x-5 gap-y-3"
    >
      <label className="flex flex-col gap-1" htmlFor={`${id}-share`}>
        <span className="eyebrow">{t('agreement.share')}</span>
        <input
          id={`${id}-share`}
          type="number"
          min="0"
          max="100"
          step="1"
          required
          className="ruled w-28"
          value={percent}
          onChange={(event) => setPercent(event.target.value)}
        />
      </label>
      <label className="flex flex-col gap-1" htmlFor={`${id}-threshold`}>
        <span className="eyebrow">{t('agreement.threshold')}</span>
        <input
          id={`${id}-threshold`}
          type="number"
          min="0"
          step="any"
          required
          className="ruled w-28"
          value={threshold}
          onChange={(event) => setThreshold(event.target.value)}
        />
      </label>
      <label className="flex flex-col gap-1" htmlFor={`${id}-calibration`}>
        <span className="eyebrow">{t('agreement.calibration')}</span>
        <select
          id={`${id}-calibration`}
          className="ruled"
          value={calibration}
          onChange={(event) => setCalibration(rules.find((rule) => rule === event.target.value) ?? 'none')}
        >
          {rules.map((rule) => (
            <option key={rule} value={rule}>
              {t('agreement.calibrationRule', { rule })}
            </option>
          ))}
        </select>
      </label>
      <button type="submit" className={secondary} disabled={busy}>
        {t('agreement.save')}
      </button>
      <Outcome message={message} />
    </form>
  )
}
