'use client'
import { useId, useState } from 'react'
import { useMessages } from '../messages/provider.tsx'
import { Choice, Field } from '../site/field.tsx'
import { LookFields } from '../staff/release/look-fields.tsx'
import { presets } from '../staff/release/shown.ts'
import { ShowsFields } from '../staff/release/shows-fields.tsx'
import type { Plan } from './plan.ts'

type Way = 'by-staff' | 'at-time' | 'at-once'

const none = { resultsAt: '', askUntil: '', requestsAtMost: null }
/** What nobody has decided yet when results come at once. */
const later = ['reviewed', 'comments'] as const

interface Props {
  plan: Plan
  onChange: (changes: Partial<Plan>) => void
}

/** When results are told, and what of them: by hand later, at a time that is set now, or at once. */
export function ReleaseFields({ plan, onChange }: Props) {
  const { t } = useMessages()
  const [timed, setTimed] = useState(plan.resultsAt !== '')
  const way: Way = plan.release === 'at-once' ? 'at-once' : timed ? 'at-time' : 'by-staff'
  function choose(next: Way) {
    setTimed(next === 'at-time')
    onChange({ ...none, shows: null, release: next === 'at-once' ? 'at-once' : 'by-staff' })
  }
  return (
    <div className="flex flex-col gap-6">
      <Choice<Way>
        name="release"
        legend={t('release.when')}
        value={way}
        onChange={choose}
        options={[
          { value: 'by-staff', text: t('builder.byStaff'), hint: t('builder.byStaffHint') },
          { value: 'at-time', text: t('builder.atTime'), hint: t('builder.atTimeHint') },
          { value: 'at-once', text: t('builder.atOnce'), hint: t('builder.atOnceHint') },
        ]}
      />
      {way === 'at-time' ? <Timed plan={plan} onChange={onChange} /> : null}
      {way === 'by-staff' ? null : (
        <ShowsFields
          shows={plan.shows ?? (way === 'at-once' ? presets.computed : presets.everything)}
          without={way === 'at-once' ? later : []}
          onChange={(shows) => onChange({ shows })}
        />
      )}
    </div>
  )
}

/** From when, and until when another look may be asked for. */
function Timed({ plan, onChange }: Props) {
  const { t } = useMessages()
  const id = useId()
  const { zone, resultsAt, askUntil, requestsAtMost } = plan
  return (
    <>
      <Field id={`${id}-at`} name={t('release.time', { zone })}>
        <input
          id={`${id}-at`}
          type="datetime-local"
          className="ruled max-w-full self-start"
          value={resultsAt}
          onChange={({ target }) => onChange(target.value === '' ? none : { resultsAt: target.value })}
        />
      </Field>
      {resultsAt === '' ? (
        <p className="text-caution">{t('builder.atTimeMissing')}</p>
      ) : (
        <LookFields
          zone={zone}
          look={{
            may: askUntil !== '',
            until: askUntil,
            atMost: requestsAtMost === null ? '' : String(requestsAtMost),
          }}
          onChange={({ may, until, atMost }) => {
            const most = Number(atMost)
            onChange({
              askUntil: may ? until || weekAfter(resultsAt) : '',
              requestsAtMost: may && Number.isInteger(most) && most >= 1 && most <= 1_000 ? most : null,
            })
          }}
        />
      )}
    </>
  )
}

/** A week later by the calendar: a local time, whatever clocks do meanwhile. */
function weekAfter(local: string): string {
  const time = Date.parse(`${local}Z`)
  return Number.isNaN(time) ? '' : new Date(time + 7 * 86_400_000).toISOString().slice(0, 16)
}
