'use client'
import type { ChangeEvent } from 'react'

interface Props {
  id: string
  title: string
  hint?: string
  accept: string
  disabled: boolean
  onFile: (file: File) => void
}

/** A file that is read as soon as it is chosen; the same one, mended, may be chosen again. */
export function FileField({ id, title, hint, accept, disabled, onFile }: Props) {
  function choose(event: ChangeEvent<HTMLInputElement>) {
    const [file] = event.target.files ?? []
    event.target.value = ''
    if (file) onFile(file)
  }
  return (
    <label htmlFor={id} className="flex max-w-full flex-col gap-1.5">
      <span className="eyebrow">{title}</span>
      <input
        id={id}
        type="file"
        accept={accept}
        className="ruled max-w-full file:mr-3"
        disabled={disabled}
        onChange={choose}
      />
      {hint === undefined ? null : <span className="text-soft">{hint}</span>}
    </label>
  )
}
