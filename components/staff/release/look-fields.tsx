'use client'
import { useId } from 'react'
import { useMessages } from '../../messages/provider.tsx'
import { Tick } from '../../site/tick.tsx'

interface Look {
  may: boolean
  /** local time */
  until: string
  atMost: string
}

/** Whether students may ask for another look, until when and how often. */
export function LookFields({ zone, look, onChange }: { zone: string; look: Look; onChange: (look: Look) => void }) {
  const { t } = useMessages()
  const id = useId()
  return (
    <fieldset>
      <legend className="eyebrow mb-2">{t('release.look')}</legend>
      <Tick checked={look.may} onChange={(may) => onChange({ ...look, may })}>
        {t('release.mayAsk')}
      </Tick>
      {look.may ? (
        <div className="mt-3 flex flex-wrap items-end gap-x-6 gap-y-3">
          <label className="flex flex-col gap-1" htmlFor={`${id}-until`}>
            <span className="eyebrow">{t('release.until', { zone })}</span>
            <input
              id={`${id}-until`}
              type="datetime-local"
              className="ruled"
              required
              value={look.until}
              onChange={(event) => onChange({ ...look, until: event.target.value })}
            />
          </label>
          <label className="flex flex-col gap-1" htmlFor={`${id}-most`}>
            <span className="eyebrow">{t('release.atMost')}</span>
            <input
              id={`${id}-most`}
              type="number"
              min={1}
              max={1000}
              className="ruled w-24"
              value={look.atMost}
              onChange={(event) => onChange({ ...look, atMost: event.target.value })}
            />
          </label>
        </div>
      ) : null}
    </fieldset>
  )
}
