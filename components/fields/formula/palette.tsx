'use client'
import { useMessages } from '../../messages/provider.tsx'
import { quiet } from '../../site/buttons.ts'
import type { FieldOf } from '../props.ts'

interface Props {
  field: FieldOf<'formula'>
  onInsert: (text: string) => void
}

/** Where more functions than this may be used, the list would bury the question's own names. */
const mostFunctions = 8

/** The names that the question declares, to be put in with a press. */
export function Palette({ field, onInsert }: Props) {
  const { t } = useMessages()
  const own = field.symbols.filter((symbol) => symbol.function).map((symbol) => symbol.name)
  const functions = field.functions.length <= mostFunctions ? [...own, ...field.functions] : own
  const names = field.symbols.filter((symbol) => !symbol.function).map((symbol) => symbol.name)
  return (
    <fieldset aria-label={t('fields.palette')} className="flex min-w-0 flex-wrap gap-1">
      {[...names, ...new Set(functions.map((name) => `${name}()`))].map((text) => (
        <button
          key={text}
          type="button"
          className={`${quiet} border-rule`}
          onPointerDown={(event) => event.preventDefault()}
          onClick={() => onInsert(text)}
        >
          {text}
        </button>
      ))}
    </fieldset>
  )
}
