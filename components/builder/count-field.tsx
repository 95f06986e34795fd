'use client'
import { useEffect, useId, useState } from 'react'

interface Props {
  name: string
  value: number | null
  /** a whole number from here on */
  least: number
  most: number
  hint?: string
  unit?: string
  /** empty stands for null */
  optional?: boolean
  fine?: boolean
  placeholder?: string
  hiddenName?: boolean
  invalid?: boolean
  onChange: (value: number | null) => void
}

/** A number that is typed. What is no such number is not taken, and is put back when the field is left. */
export function CountField(props: Props) {
  const { value, least, most, onChange } = props
  const id = useId()
  const shown = value === null ? '' : String(value)
  const [text, setText] = useState(shown)
  useEffect(() => setText(shown), [shown])

  function type(typed: string) {
    setText(typed)
    if (typed.trim() === '' && props.optional) return onChange(null)
    const number = Number(typed.replace(',', '.'))
    const fits = typed.trim() !== '' && number >= least && number <= most
    if (fits && (props.fine || Number.isInteger(number))) onChange(number)
  }
  return (
    <div className="flex flex-col gap-1">
      <label className={props.hiddenName ? 'sr-only' : 'eyebrow'} htmlFor={id}>
        {props.name}
      </label>
      <span className="flex items-baseline gap-2">
        <input
          id={id}
          inputMode={props.fine ? 'decimal' : 'numeric'}
          autoComplete="off"
          className="ruled w-24"
          value={text}
          placeholder={props.placeholder}
          aria-invalid={props.invalid || undefined}
          aria-describedby={props.hint ? `${id}-hint` : undefined}
          onChange={(event) => type(event.target.value)}
          onBlur={() => setText(shown)}
        />
        {props.unit ? <span className="text-soft">{props.unit}</span> : null}
      </span>
      {props.hint ? (
        <span id={`${id}-hint`} className="text-fine text-soft">
          {props.hint}
        </span>
      ) : null}
    </div>
  )
}
