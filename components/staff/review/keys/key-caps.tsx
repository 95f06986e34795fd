import { printKey } from './key-name.ts'

/** Keys as they are printed on their caps; `hidden` where they are a hint beside a control: no use without a keyboard. */
export function KeyCaps({ keys, hidden = false }: { keys: readonly string[]; hidden?: boolean }) {
  return (
    <span
      className={`inline-flex flex-wrap gap-1 ${hidden ? 'pointer-coarse:hidden' : ''}`}
      aria-hidden={hidden || undefined}
    >
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
