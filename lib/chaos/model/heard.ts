import type { SavesReply } from '../../attempts/save-responses.ts'
import type { Handed } from '../../attempts/submit-attempt.ts'
import type { Action } from './schedule.ts'

export interface Refused {
  code: string
  fields: string[]
}

type Answer<A extends Action, Value> = { wave: number; action: A } & (
  | { value: Value; refused?: undefined }
  | { value?: undefined; refused: Refused }
)
type Of<Kind extends Action['do']> = Extract<Action, { do: Kind }>

/** What came back for an action: a value, or a refusal by name; `broken: …` is what nobody meant to throw. */
export type Heard =
  | Answer<Of<'start'>, { attemptId: string }>
  | Answer<Of<'save'>, SavesReply>
  | Answer<Of<'submit'>, Handed>
  | Answer<Of<'take over'>, { epoch: number }>
  | Answer<Of<'time passes'>, true>
  | Answer<Of<'extend'>, true>
  | Answer<Of<'look'>, { state: 'open' | 'closed'; responses: Record<string, { revision: number; value: unknown }> }>
  | Answer<Of<'finalise'>, number>
  | Answer<Of<'reopen'>, { deadline: string | null }>
  | Answer<Of<'decide'>, { accepted: boolean }>
  | Answer<Of<'move on'>, { place: number }>
  | Answer<Of<'begin another'>, { attemptId: string }>

export type HeardOf<Kind extends Action['do']> = Extract<Heard, { action: Of<Kind> }>

export function of<Kind extends Action['do']>(heard: readonly Heard[], kind: Kind): HeardOf<Kind>[] {
  return heard.filter((one): one is HeardOf<Kind> => one.action.do === kind)
}
