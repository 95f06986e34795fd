/** What a use case throws where the caller is at fault: becomes a 4xx (or 503) with a code and a whole sentence. */
export class Refusal extends Error {
  readonly status: number
  readonly code: string
  readonly field: string | undefined
  /** more members of the error object, e.g. the fields that are missing */
  readonly details: Readonly<Record<string, unknown>>

  constructor(
    status: number,
    code: string,
    message: string,
    extra: { field?: string; details?: Record<string, unknown> } = {},
  ) {
    super(message)
    this.name = 'Refusal'
    this.status = status
    this.code = code
    this.field = extra.field
    this.details = extra.details ?? {}
  }
}

/** The same for what does not exist and for what belongs to somebody else: an id tells nothing. */
export const notFound = () => new Refusal(404, 'not-found', 'There is nothing at this address.')

export const unauthenticated = () => new Refusal(401, 'sign-in', 'Please sign in.')

export const forbidden = () => new Refusal(403, 'forbidden', 'Your role does not allow this.')

export const invalid = (message: string, field?: string) => new Refusal(422, 'invalid', message, field ? { field } : {})

/** Too many ask at the same time; nothing was done, and the same request may come again. */
export const busy = () => new Refusal(503, 'busy', 'The server is busy. Please try again.')
