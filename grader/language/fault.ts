import type { Outcome, Problem, Span } from './ast.ts'

/** Carries a Problem out of the reading functions; it never leaves this folder. */
export class Fault extends Error {
  readonly problem: Problem

  constructor(kind: Problem['kind'], message: string, span: Span) {
    super(message)
    this.problem = { kind, message, span: { start: span.start, end: span.end } }
  }
}

/** Runs `read` and turns a Fault into a Problem. Anything else is a bug and passes through. */
export function attempt<T>(read: () => T): Outcome<T> {
  try {
    return { ok: true, value: read() }
  } catch (error) {
    if (error instanceof Fault) return { ok: false, problem: error.problem }
    throw error
  }
}
