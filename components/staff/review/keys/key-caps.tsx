import { printKey } from './key-name.ts'

/** Keys as they are printed on their caps. Spoken with the command they belong to, so hidden here where that says so. */
export function KeyCaps({ keys, hidden = false }: { keys: readonly string[]; hidden?: boolean }) {
  return (
    <span className="inline-flex flex-wrap gap-1" aria-hidden={hidden || undefined}>
      {keys.map((key) => (
        <kbd
          key={key}
          className="interface inline-flex min-w-6 items-center justify-center rounded-xs border border-line bg-paper px-1.5 text-fine whitespace-nowrap text-soft"
        >
          {printKey(key)}
        </kbd>
      ))}
    </span>
  )
}
