import { remember, remembered } from '../remembered.ts'

const key = 'warnings'
const listeners = new Set<() => void>()
let wanted: boolean | null = null

/** Whether the student wants to be warned before the time is up. Everybody is, until they say no. */
export function warningsWanted(): boolean {
  wanted ??= remembered(key) !== 'off'
  return wanted
}

export function wantWarnings(on: boolean): void {
  wanted = on
  remember(key, on ? 'on' : 'off')
  for (const listener of listeners) listener()
}

export function listenForWanted(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
