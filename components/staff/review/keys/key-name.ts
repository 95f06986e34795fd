/** What of a key event says which key was pressed. */
export interface Pressed {
  key: string
  code: string
  ctrlKey: boolean
  metaKey: boolean
  altKey: boolean
  shiftKey: boolean
}

const modifiers = ['Control', 'Shift', 'Alt', 'AltGraph', 'Meta', 'CapsLock', 'Dead', 'Unidentified', 'Process', 'Fn']

/**
 * A pressed key as bindings name it: `j`, `ArrowRight`, `Ctrl+Enter`. The command key of a Mac is called Ctrl. A sign that
 * needs Shift on some keyboard is named by itself. Null for a modifier alone.
 */
export function keyName(pressed: Pressed): string | null {
  const { key } = pressed
  if (modifiers.includes(key)) return null
  const main = key === ' ' ? 'Space' : key.length === 1 ? key.toLowerCase() : key
  const letter = /^\p{L}$/u.test(key)
  return [
    pressed.ctrlKey || pressed.metaKey ? 'Ctrl+' : '',
    pressed.altKey ? 'Alt+' : '',
    pressed.shiftKey && (letter || key.length > 1) ? 'Shift+' : '',
    main,
  ].join('')
}

/** The digit a key has on it, where the keyboard gives digits with Shift only. */
export function digitOn({ code, ctrlKey, metaKey, altKey, shiftKey }: Pressed): string | null {
  if (ctrlKey || metaKey || altKey || shiftKey) return null
  return /^Digit(\d)$/.exec(code)?.[1] ?? null
}

const drawn: Record<string, string> = {
  ArrowLeft: '←',
  ArrowRight: '→',
  ArrowUp: '↑',
  ArrowDown: '↓',
  Enter: '↵',
}

/** A key as it is printed on a key cap. */
export function printKey(name: string): string {
  const parts = name === '+' ? ['+'] : name.split(/\+(?=.)/)
  return parts.map((part) => drawn[part] ?? (part.length === 1 ? part.toUpperCase() : part)).join(' + ')
}
