'use client'
import { useMessages } from '../messages/provider.tsx'
import { Choice } from '../site/field.tsx'
import { Tick } from '../site/tick.tsx'
import { CountField } from './count-field.tsx'
import type { Plan } from './plan.ts'

interface Props {
  plan: Plan
  /** a larger number of attempts alone */
  wordsOnly: boolean
  onChange: (changes: Partial<Plan>) => void
}

/** How an exam is sat: how often, with which checks, and in which order. */
export function RulesFields({ plan, wordsOnly, onChange }: Props) {
  const { t } = useMessages()
  return (
    <div className="flex max-w-3xl flex-col gap-7">
      <Attempts plan={plan} onChange={onChange} />
      <fieldset disabled={wordsOnly} className="flex min-w-0 flex-col gap-7">
        {plan.attemptsAllowed === 1 ? null : (
          <Choice
            name="counts"
            legend={t('builder.counts')}
            value={plan.attemptCounts}
            onChange={(attemptCounts) => onChange({ attemptCounts })}
            options={[
              { value: 'best', text: t('builder.countsBest') },
              { value: 'last', text: t('builder.countsLast') },
            ]}
          />
        )}
        {plan.mode === 'quiz' ? <Checks plan={plan} onChange={onChange} /> : null}
        <Choice
          name="navigation"
          legend={t('builder.navigation')}
          value={plan.navigation}
          onChange={(navigation) => onChange({ navigation })}
          options={[
            { value: 'free', text: t('builder.free') },
            { value: 'forward', text: t('builder.forward') },
          ]}
        />
      </fieldset>
    </div>
  )
}

function Attempts({ plan, onChange }: Omit<Props, 'wordsOnly'>) {
  const { t } = useMessages()
  const { attemptsAllowed } = plan
  return (
    <div className="flex flex-wrap items-end gap-x-6 gap-y-2">
      {attemptsAllowed === null ? null : (
        <CountField
          name={t('builder.attempts')}
          value={attemptsAllowed}
          least={1}
          most={1_000}
          onChange={(n) => onChange({ attemptsAllowed: n })}
        />
      )}
      <Tick checked={attemptsAllowed === null} onChange={(any) => onChange({ attemptsAllowed: any ? null : 1 })}>
        {attemptsAllowed === null ? `${t('builder.attempts')}: ` : ''}
        {t('builder.attemptsUnlimited')}
      </Tick>
    </div>
  )
}

function Checks({ plan, onChange }: Omit<Props, 'wordsOnly'>) {
  const { t } = useMessages()
  const { checksAllowed } = plan
  const value = checksAllowed === null ? 'any' : checksAllowed === 0 ? 'none' : 'some'
  const start = { none: 0, some: 3, any: null }
  return (
    <div className="flex flex-col gap-2">
      <Choice
        name="checks"
        legend={t('builder.checks')}
        value={value}
        onChange={(chosen) => onChange({ checksAllowed: start[chosen] })}
        options={[
          { value: 'none', text: t('builder.checksNone') },
          { value: 'some', text: t('builder.checksSome') },
          { value: 'any', text: t('builder.checksUnlimited') },
        ]}
      />
      {value === 'some' ? (
        <CountField
          name={t('builder.checksSome')}
          hiddenName
          value={checksAllowed}
          least={1}
          most={1_000}
          onChange={(n) => onChange({ checksAllowed: n })}
        />
      ) : null}
      <p className="text-fine text-soft">{t('builder.checksHint')}</p>
    </div>
  )
}
