'use client'
import { useId } from 'react'

/** A box of one entry a line, with what belongs into it. */
export function Box(props: { name: string; hint: string; value: string; onChange: (value: string) => void }) {
  const id = useId()
  return (
    <div className="flex flex-col gap-1">
      <label className="eyebrow" htmlFor={id}>
        {props.name}
      </label>
      <textarea
        id={id}
        className="ruled min-h-20 w-full"
        spellCheck={false}
        aria-describedby={`${id}-hint`}
        value={props.value}
        onChange={(event) => props.onChange(event.target.value)}
      />
      <span id={`${id}-hint`} className="text-fine text-soft">
        {props.hint}
      </span>
    </div>
  )
}
