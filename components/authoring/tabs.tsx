'use client'
import { type KeyboardEvent, useRef } from 'react'

export interface Tab {
  id: string
  name: string
  /** a word or sign beside the name: how many, or how it stands */
  sign?: { text: string; says: string; colour: string } | null
}

/** A row of tabs: arrow keys walk along it, and what one comes to is shown. */
export function Tabs(props: { label: string; tabs: readonly Tab[]; shown: string; onShow: (id: string) => void }) {
  const { label, tabs, shown, onShow } = props
  const row = useRef<HTMLDivElement>(null)
  const walk = (event: KeyboardEvent) => {
    const at = tabs.findIndex(({ id }) => id === shown)
    const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: tabs.length - 1 }[event.key]
    if (to === undefined) return
    event.preventDefault()
    const next = tabs[(to + tabs.length) % tabs.length]
    if (!next) return
    onShow(next.id)
    row.current?.querySelector<HTMLElement>(`#tab-${next.id}`)?.focus()
  }
  return (
    <div
      ref={row}
      role="tablist"
      aria-label={label}
      onKeyDown={walk}
      className="interface flex gap-x-1 overflow-x-auto border-b border-line"
    >
      {tabs.map(({ id, name, sign }) => (
        <button
          key={id}
          id={`tab-${id}`}
          type="button"
          role="tab"
          aria-selected={shown === id}
          aria-controls={`pane-${id}`}
          tabIndex={shown === id ? 0 : -1}
          onClick={() => onShow(id)}
          className={`-mb-px min-h-10 shrink-0 border-b-2 px-2.5 whitespace-nowrap focus-visible:-outline-offset-2 ${
            shown === id ? 'border-accent font-semibold text-ink' : 'border-transparent text-soft hover:text-ink'
          }`}
        >
          {name}
          {sign && (
            <span className={`ml-1.5 ${sign.colour}`}>
              <span aria-hidden="true">{sign.text}</span>
              <span className="sr-only">{sign.says}</span>
            </span>
          )}
        </button>
      ))}
    </div>
  )
}
