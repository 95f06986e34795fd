'use client'
import { useId } from 'react'
import { useMessages } from '../messages/provider.tsx'
import { quiet } from '../site/buttons.ts'
import { Field } from '../site/field.tsx'
import { Tick } from '../site/tick.tsx'
import { CountField } from './count-field.tsx'
import type { Plan } from './plan.ts'

interface Props {
  plan: Plan
  zones: readonly string[]
  onChange: (changes: Partial<Plan>) => void
}

/** When an exam may be sat, and for how long. */
export function TimeFields({ plan, zones, onChange }: Props) {
  const { t } = useMessages()
  const id = useId()
  const ends = [
    { end: 'opens', name: t('builder.opens') },
    { end: 'closes', name: t('builder.closes') },
  ] as const
  return (
    <div className="flex max-w-3xl flex-col gap-6">
      <p className="text-soft">{t('builder.timeLead')}</p>
      <div className="flex flex-wrap items-end gap-x-6 gap-y-4">
        {ends.map(({ end, name }) => (
          <div key={end} className="flex items-end gap-1">
            <Field id={`${id}-${end}`} name={name}>
              <input
                id={`${id}-${end}`}
                type="datetime-local"
                className="ruled max-w-full"
                value={plan[end]}
                onChange={(event) => onChange({ [end]: event.target.value })}
              />
            </Field>
            {plan[end] === '' ? null : (
              <button
                type="button"
                className={quiet}
                aria-label={`${name}: ${t('builder.clear')}`}
                onClick={() => onChange({ [end]: '' })}
              >
                ×
              </button>
            )}
          </div>
        ))}
        <Field id={`${id}-zone`} name={t('builder.zone')} className="max-w-full">
          <select
            id={`${id}-zone`}
            className="ruled max-w-full sm:max-w-64"
            value={plan.zone}
            onChange={(event) => onChange({ zone: event.target.value })}
          >
            {zones.map((name) => (
              <option key={name} value={name}>
                {name}
              </option>
            ))}
          </select>
        </Field>
      </div>
      <div className="flex flex-wrap items-end gap-x-6 gap-y-2">
        {plan.durationSeconds === null ? null : (
          <CountField
            name={t('builder.duration')}
            unit={t('builder.minutes')}
            value={plan.durationSeconds / 60}
            least={1}
            most={43_200}
            onChange={(minutes) => onChange({ durationSeconds: Math.round((minutes ?? 1) * 60) })}
          />
        )}
        <Tick
          checked={plan.durationSeconds === null}
          onChange={(none) => onChange({ durationSeconds: none ? null : 3_600 })}
        >
          {t('builder.unlimited')}
        </Tick>
      </div>
      <CountField
        name={t('builder.grace')}
        value={plan.syncGraceSeconds}
        least={0}
        most={86_400}
        onChange={(seconds) => onChange({ syncGraceSeconds: seconds ?? 0 })}
      />
    </div>
  )
}
