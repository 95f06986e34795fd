'use client'
import type { ReactNode } from 'react'
import { chosen } from './chosen.ts'

interface Props {
  className: string
  accept: string
  /** opens the camera at once where there is one */
  camera?: boolean
  disabled: boolean
  onFiles: (files: { name: string; blob: Blob }[]) => void
  children: ReactNode
}

/** A button that asks for files: the browser's own control, dressed as the others are. */
export function FileButton({ className, accept, camera = false, disabled, onFiles, children }: Props) {
  return (
    <label
      className={`${className} relative has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-accent ${disabled ? 'cursor-not-allowed opacity-60' : ''}`}
    >
      {children}
      <input
        type="file"
        className="absolute inset-0 size-full cursor-[inherit] opacity-0 file:cursor-[inherit]"
        accept={accept}
        multiple={!camera}
        {...(camera ? { capture: 'environment' as const } : {})}
        disabled={disabled}
        onChange={({ currentTarget }) => {
          const files = chosen(currentTarget.files)
          currentTarget.value = ''
          if (files.length > 0) onFiles(files)
        }}
      />
    </label>
  )
}
