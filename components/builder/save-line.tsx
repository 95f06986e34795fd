'use client'
import { useMessages } from '../messages/provider.tsx'
import { quiet, secondary } from '../site/buttons.ts'
import { printTime } from '../site/times.ts'
import type { PlanSaver, SaveState } from './plan-saver.ts'

/** Whether what was changed is stored, and if not why: always in view, and heard. */
export function SaveLine({ state, saver, zone }: { state: SaveState; saver: PlanSaver; zone: string }) {
  const { t } = useMessages()
  const trouble = state.kind !== 'saved' && state.kind !== 'unsaved' && state.kind !== 'saving'
  return (
    <div className="interface sticky top-0 z-20 -mx-2 mb-6 border-b border-rule bg-paper px-2 py-2">
      <p role="status" className={trouble ? 'text-wrong' : 'text-soft'}>
        {words(t, state)}
      </p>
      {state.kind === 'conflict' ? (
        <p className="mt-2 flex flex-wrap gap-3">
          <button
            type="button"
            className={secondary}
            onClick={() => {
              saver.drop()
              window.location.reload()
            }}
          >
            {t('builder.takeTheirs')}
          </button>
          <button type="button" className={secondary} onClick={() => saver.overwrite(state.revision)}>
            {t('builder.keepMine')}
          </button>
        </p>
      ) : null}
      {state.kind === 'choose' ? <Choices state={state} saver={saver} zone={zone} /> : null}
    </div>
  )
}

function words(t: ReturnType<typeof useMessages>['t'], state: SaveState): string {
  if (state.kind === 'choose') return `${state.message} ${t('builder.chooseInstant')}`
  if (state.kind === 'refused') return t('builder.refused', { reason: state.message ?? t('staff.unreachable') })
  const plain = {
    saved: 'builder.saved',
    unsaved: 'builder.unsaved',
    saving: 'builder.saving',
    offline: 'builder.offline',
    conflict: 'builder.conflict',
  } as const
  return t(plain[state.kind])
}

function Choices(props: { state: Extract<SaveState, { kind: 'choose' }>; saver: PlanSaver; zone: string }) {
  const { t, locale } = useMessages()
  return (
    <fieldset className="mt-2 flex flex-wrap items-center gap-3">
      <legend className="sr-only">{t('builder.chooseInstant')}</legend>
      {props.state.choices.map((iso, k) => (
        <button
          key={iso}
          type="button"
          className={quiet}
          onClick={() => props.saver.choose(props.state.time, k === 0 ? 0 : 1)}
        >
          {printTime(iso, locale, props.zone)}
        </button>
      ))}
    </fieldset>
  )
}
