/** What a desk process is told to do. */
export interface DeskJob {
  id: number
  work: string
  body: unknown
}

/** `asked`: what was asked for cannot be had, in words for who asked. `spent`: the memory did not do. `failed`: our fault. */
export type DeskReply = { id: number } & (
  | { value: unknown }
  | { progress: unknown }
  | { asked: { status: number; code: string; message: string } }
  | { spent: true }
  | { failed: string }
)

/** Sent once, when the process can work. */
export interface DeskReady {
  ready: true
}
