'use client'
import { useMessages } from '../messages/provider.tsx'
import { Paper } from '../paper/paper.tsx'
import { link } from '../site/buttons.ts'
import type { ControlProps } from './props.ts'

/** One of several options, or any number of them. */
export function ChoiceField({ field, value, onChange, onLeave, disabled, ...at }: ControlProps<'choice'>) {
  const { t } = useMessages()
  const chosen = value?.chosen ?? []
  const toggle = (id: string, on: boolean) => {
    const next = field.many
      ? field.options.map((option) => option.id).filter((other) => (other === id ? on : chosen.includes(other)))
      : [id]
    onChange(next.length === 0 ? null : { kind: 'choice', chosen: next })
  }
  return (
    <fieldset className="min-w-0" aria-labelledby={at.labelledBy} aria-describedby={at.describedBy}>
      {field.many && <p className="eyebrow mb-1">{t('fields.chooseAny')}</p>}
      <div className="border-y border-rule">
        {field.options.map((option, index) => (
          <label
            key={option.id}
            className="flex items-start gap-3 border-rule px-2 py-2 not-first:border-t has-checked:bg-wash"
          >
            <input
              id={index === 0 ? at.id : undefined}
              type={field.many ? 'checkbox' : 'radio'}
              name={at.id}
              className="mt-1.5 size-4 shrink-0 accent-accent"
              checked={chosen.includes(option.id)}
              disabled={disabled}
              aria-labelledby={`${at.id}-${option.id} ${at.id}-${option.id}-text`}
              onChange={(event) => toggle(option.id, event.currentTarget.checked)}
              onBlur={onLeave}
            />
            <span id={`${at.id}-${option.id}`} className="interface min-w-3 shrink-0 pt-0.5 text-soft">
              {option.id}
            </span>
            <div id={`${at.id}-${option.id}-text`} className="min-w-0 grow">
              <Paper nodes={option.nodes} />
            </div>
          </label>
        ))}
      </div>
      {!field.many && chosen.length > 0 && !disabled && (
        <button type="button" className={`${link} interface mt-1 min-h-7 text-fine`} onClick={() => onChange(null)}>
          {t('fields.clearChoice')}
        </button>
      )}
    </fieldset>
  )
}
