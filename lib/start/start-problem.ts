/** Something the person at the keyboard can put right: shown as its one line, without a stack trace. */
export class StartProblem extends Error {
  override name = 'StartProblem'
}

/** The first line of whatever was thrown, for use inside a sentence. */
export function reason(error: unknown): string {
  if (error instanceof AggregateError && error.errors.length > 0) return reason(error.errors[0])
  const text = error instanceof Error ? error.message || error.name : String(error)
  return text.split('\n')[0]!.trim()
}
