import type { ReactNode } from 'react'

/** A control under its name, with what is said of it. */
export function Field(props: { id: string; name: string; hint?: string; children: ReactNode; className?: string }) {
  return (
    <div className={`flex min-w-0 flex-col gap-1 ${props.className ?? ''}`}>
      <label className="eyebrow" htmlFor={props.id}>
        {props.name}
      </label>
      {props.children}
      {props.hint ? (
        <span id={`${props.id}-hint`} className="text-fine text-soft">
          {props.hint}
        </span>
      ) : null}
    </div>
  )
}

/** One of a few ways, each with what it means. */
export function Choice<T extends string>(props: {
  name: string
  legend: string
  value: T
  options: readonly { value: T; text: string; hint?: string }[]
  onChange: (value: T) => void
}) {
  return (
    <fieldset className="flex min-w-0 flex-col gap-1.5">
      <legend className="eyebrow mb-1.5">{props.legend}</legend>
      {props.options.map(({ value, text, hint }) => (
        <label key={value} className="flex min-h-7 items-baseline gap-2.5">
          <input
            type="radio"
            name={props.name}
            className="size-4 shrink-0 translate-y-0.5 accent-accent"
            checked={props.value === value}
            onChange={() => props.onChange(value)}
          />
          <span>
            {text}
            {hint ? <span className="block text-fine text-soft">{hint}</span> : null}
          </span>
        </label>
      ))}
    </fieldset>
  )
}
