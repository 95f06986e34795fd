export type SaveMarkKind = 'server' | 'device' | 'nowhere' | 'trouble' | 'conflict'

const paths: Record<SaveMarkKind, string> = {
  // a tick in a circle
  server: 'M8 1.5a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13M5 8.2l2.1 2.1L11 6.2',
  // a laptop
  device: 'M3.5 3h9v7h-9zM1.5 12.5h13',
  nowhere: 'M8 1.5a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13M5 8h.01M8 8h.01M11 8h.01',
  // a laptop that is crossed out from what is above it
  trouble: 'M3.5 3h9v7h-9zM1.5 12.5h13M8 4.6v2.4M8 8.6v.1',
  // a triangle with a call
  conflict: 'M8 1.8 15 14H1zM8 6.2v3.6M8 11.8v.1',
}
const colours: Record<SaveMarkKind, string> = {
  server: 'text-good',
  device: 'text-soft',
  nowhere: 'text-soft',
  trouble: 'text-wrong',
  conflict: 'text-caution',
}

/** Where what is typed lies, as a sign beside the words. */
export function SaveMark({ kind }: { kind: SaveMarkKind }) {
  return (
    <svg
      aria-hidden="true"
      viewBox="0 0 16 16"
      className={`size-4 shrink-0 fill-none stroke-current stroke-[1.5] [stroke-linecap:round] [stroke-linejoin:round] ${colours[kind]}`}
    >
      <path d={paths[kind]} />
    </svg>
  )
}
