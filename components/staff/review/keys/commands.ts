import type { MessageKey } from '../../../messages/catalogue.ts'

interface Described {
  /** what the palette calls it */
  says: MessageKey
  keys: readonly string[]
  /** goes on while the key is held down */
  repeats?: true
}

/** Everything the reviewing screen can be told, in the order of the palette. The first ten rubric items have keys too. */
export const commands = {
  save: { says: 'reviewing.doSave', keys: ['Enter'] },
  next: { says: 'reviewing.doNext', keys: ['ArrowRight', 'j'], repeats: true },
  previous: { says: 'reviewing.doPrevious', keys: ['ArrowLeft', 'k'], repeats: true },
  full: { says: 'reviewing.doFull', keys: ['f'] },
  zero: { says: 'reviewing.doZero', keys: ['z'] },
  points: { says: 'reviewing.doPoints', keys: ['p'] },
  comment: { says: 'reviewing.doComment', keys: ['c'] },
  reason: { says: 'reviewing.doReason', keys: ['r'] },
  bank: { says: 'reviewing.doBank', keys: ['m'] },
  rubric: { says: 'reviewing.doRubric', keys: ['e'] },
  back: { says: 'reviewing.doBack', keys: ['b'] },
  question: { says: 'reviewing.doQuestion', keys: ['q'] },
  queue: { says: 'reviewing.doQueue', keys: ['u'] },
  palette: { says: 'reviewing.doPalette', keys: ['?'] },
  item1: { says: 'reviewing.doItem', keys: ['1'] },
  item2: { says: 'reviewing.doItem', keys: ['2'] },
  item3: { says: 'reviewing.doItem', keys: ['3'] },
  item4: { says: 'reviewing.doItem', keys: ['4'] },
  item5: { says: 'reviewing.doItem', keys: ['5'] },
  item6: { says: 'reviewing.doItem', keys: ['6'] },
  item7: { says: 'reviewing.doItem', keys: ['7'] },
  item8: { says: 'reviewing.doItem', keys: ['8'] },
  item9: { says: 'reviewing.doItem', keys: ['9'] },
  item10: { says: 'reviewing.doItem', keys: ['0'] },
} as const satisfies Record<string, Described>

export type CommandId = keyof typeof commands

export const commandIds = Object.keys(commands) as CommandId[]

/** Which rubric item a command toggles, from 0; null for the others. */
export function itemOf(id: CommandId): number | null {
  const found = /^item(\d+)$/.exec(id)
  return found ? Number(found[1]) - 1 : null
}

export function repeats(id: CommandId): boolean {
  return 'repeats' in commands[id]
}
