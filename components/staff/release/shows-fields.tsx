'use client'
import { useId } from 'react'
import { useMessages } from '../../messages/provider.tsx'
import { quiet } from '../../site/buttons.ts'
import { type Option, options, type Preset, presets, type Shows, words } from './shown.ts'

const named = {
  everything: 'release.presetEverything',
  computed: 'release.presetComputed',
  points: 'release.presetPoints',
} as const

interface Props {
  shows: Shows
  /** what cannot be shown, and no preset that has it */
  without?: readonly Option[]
  onChange: (shows: Shows) => void
}

/** What is shown, one by one, or as it is usually chosen together. */
export function ShowsFields({ shows, without = [], onChange }: Props) {
  const { t } = useMessages()
  const id = useId()
  const same = (preset: Preset) => options.every((name) => presets[preset][name] === shows[name])
  const offered = (Object.keys(presets) as Preset[]).filter((preset) => !without.some((name) => presets[preset][name]))
  return (
    <fieldset>
      <legend className="eyebrow mb-2">{t('release.whatIsShown')}</legend>
      <div className="mb-4 flex flex-wrap items-center gap-2">
        {offered.map((preset) => (
          <button
            key={preset}
            type="button"
            className={`${quiet} ${same(preset) ? 'border-ink font-semibold' : ''}`}
            aria-pressed={same(preset)}
            onClick={() => onChange(presets[preset])}
          >
            {t(named[preset])}
          </button>
        ))}
      </div>
      <div className="grid gap-x-10 gap-y-3 sm:grid-cols-2">
        {options
          .filter((name) => !without.includes(name))
          .map((name) => {
            const off = name === 'comments' && !shows.reviewed
            return (
              <div key={name} className="flex items-baseline gap-2.5">
                <input
                  id={`${id}-${name}`}
                  type="checkbox"
                  className="size-4 shrink-0 translate-y-0.5 accent-accent"
                  checked={shows[name] && !off}
                  disabled={off}
                  aria-describedby={`${id}-${name}-hint`}
                  onChange={(event) => onChange({ ...shows, [name]: event.target.checked })}
                />
                <div className="min-w-0">
                  <label htmlFor={`${id}-${name}`} className="inline-block min-h-6">
                    {t(words[name].name)}
                  </label>
                  <p id={`${id}-${name}-hint`} className="text-fine text-soft">
                    {t(words[name].hint)}
                  </p>
                </div>
              </div>
            )
          })}
      </div>
    </fieldset>
  )
}
