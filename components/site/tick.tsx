'use client'
import type { ReactNode } from 'react'

/** A box to tick, with its sentence. */
export function Tick(props: { checked: boolean; onChange: (checked: boolean) => void; children: ReactNode }) {
  return (
    <label className="flex min-h-7 items-baseline gap-2.5">
      <input
        type="checkbox"
        className="size-4 shrink-0 translate-y-0.5 accent-accent"
        checked={props.checked}
        onChange={(event) => props.onChange(event.target.checked)}
      />
      <span>{props.children}</span>
    </label>
  )
}
