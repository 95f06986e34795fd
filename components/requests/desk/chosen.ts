import type { ListedRequest } from './request.ts'

/** Which requests are listed; '' is all of them. */
export interface Chosen {
  part: string
  state: string
  person: string
}

export const everything: Chosen = { part: '', state: '', person: '' }

/** The requests that are as was chosen, in their order. */
export function choose(requests: readonly ListedRequest[], { part, state, person }: Chosen): ListedRequest[] {
  return requests.filter(
    (one) =>
      (part === '' || one.field === part) &&
      (state === '' || one.state === state) &&
      (person === '' || one.answeredBy === person),
  )
}
