import { type Bindings, commandOf } from './bindings.ts'
import { type CommandId, repeats } from './commands.ts'
import { digitOn, keyName, type Pressed } from './key-name.ts'

/** Where a key was pressed, as far as it matters for shortcuts. */
export interface Place {
  /** text is being typed there */
  typing: boolean
  /** Enter and Space press it */
  pressable: boolean
  /** arrows move something in it */
  arrows: boolean
  /** a dialog is open: keys are its own */
  dialog: boolean
}

/** Which command a key runs where it was pressed. Within a field only what has Ctrl runs, so that nothing typed is lost. */
export function commandAt(bindings: Bindings, pressed: Pressed & { repeat: boolean }, place: Place): CommandId | null {
  if (place.dialog) return null
  const name = keyName(pressed)
  if (name === null) return null
  if (place.typing && !name.startsWith('Ctrl+')) return null
  if (place.pressable && (name === 'Enter' || name === 'Space')) return null
  if (place.arrows && name.startsWith('Arrow')) return null
  const digit = digitOn(pressed)
  const id = commandOf(bindings, name) ?? (digit === null ? null : commandOf(bindings, digit))
  return id !== null && pressed.repeat && !repeats(id) ? null : id
}

const pressed = ['checkbox', 'button', 'submit', 'reset', 'file']

export function placeOf(target: EventTarget | null): Place {
  const dialog = document.querySelector('[role=dialog], [role=alertdialog], dialog[open]') !== null
  const place = { typing: false, pressable: false, arrows: false, dialog }
  if (!(target instanceof HTMLElement) || target === document.body) return place
  const input = target instanceof HTMLInputElement
  const boxed = input && pressed.includes(target.type)
  const typing =
    target.isContentEditable || (input && !boxed && target.type !== 'radio') || target.matches('textarea, select')
  return {
    dialog,
    typing,
    // Enter does nothing to a checkbox, so there it may save
    pressable: target.matches('button, a[href], summary') || (boxed && target.type !== 'checkbox'),
    arrows: (input && target.type === 'radio') || (target.tabIndex >= 0 && target.scrollWidth > target.clientWidth + 1),
  }
}
