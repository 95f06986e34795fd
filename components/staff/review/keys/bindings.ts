import { type CommandId, commandIds, commands } from './commands.ts'

/** Which keys run which command; a command may have none. */
export type Bindings = Readonly<Record<CommandId, readonly string[]>>

export const usual: Bindings = Object.fromEntries(
  commandIds.map((id) => [id, commands[id].keys]),
) as unknown as Bindings

/** Keys that nobody can give away: what is typed in a field can be saved, and the palette be opened, whatever else is bound. */
const always: Readonly<Record<string, CommandId>> = { 'Ctrl+k': 'palette', 'Ctrl+Enter': 'save' }

/** Keys that belong to the browser, to moving between controls, or to closing what is open. */
const reserved = /^(?:(?:Shift\+)?Tab|Escape|Space|F\d+|Ctrl\+[acfklnprstvwxyz]|Ctrl\+Tab)$/

export function commandOf(bindings: Bindings, key: string): CommandId | null {
  return always[key] ?? commandIds.find((id) => bindings[id].includes(key)) ?? null
}

/** All keys that run a command, its own first. */
export function keysOf(bindings: Bindings, id: CommandId): string[] {
  return [...bindings[id], ...Object.keys(always).filter((key) => always[key] === id)]
}

export type Rebound =
  | { outcome: 'bound'; bindings: Bindings }
  /** somebody else's key: nothing was changed */
  | { outcome: 'taken'; by: CommandId }
  | { outcome: 'reserved' }

/** Gives a command one key in the place of those it has. `takeAway`: also where another command has it. */
export function rebind(bindings: Bindings, id: CommandId, key: string, takeAway = false): Rebound {
  if (reserved.test(key) || key in always) return { outcome: 'reserved' }
  const by = commandIds.find((other) => other !== id && bindings[other].includes(key))
  if (by && !takeAway) return { outcome: 'taken', by }
  const freed = by ? { ...bindings, [by]: bindings[by].filter((one) => one !== key) } : bindings
  return { outcome: 'bound', bindings: { ...freed, [id]: [key] } }
}

/** What somebody stored on this browser; what makes no sense there is passed over. */
export function readBindings(stored: string | null): Bindings {
  let given: unknown
  try {
    given = JSON.parse(stored ?? '{}')
  } catch {
    return usual
  }
  if (typeof given !== 'object' || given === null) return usual
  const own = given as Record<string, unknown>
  const bindings: Record<CommandId, readonly string[]> = { ...usual }
  const asked = commandIds.filter((id) => isKeys(own[id]))
  for (const id of asked) bindings[id] = own[id] as string[]
  // a command that came later must not run by a key that somebody had given to another
  const theirs = new Set(asked.flatMap((id) => bindings[id]))
  for (const id of commandIds) if (!asked.includes(id)) bindings[id] = usual[id].filter((key) => !theirs.has(key))
  return bindings
}

/** Only what differs from the usual is kept, so that new usual keys reach everybody else. */
export function printBindings(bindings: Bindings): string {
  return JSON.stringify(
    Object.fromEntries(commandIds.filter((id) => !same(bindings[id], usual[id])).map((id) => [id, bindings[id]])),
  )
}

function same(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((key, k) => key === other[k])
}

function isKeys(value: unknown): value is string[] {
  return (
    Array.isArray(value) &&
    value.every((key) => typeof key === 'string' && key.length < 40 && !reserved.test(key) && !(key in always))
  )
}
