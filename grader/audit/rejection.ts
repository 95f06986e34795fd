/** Why a drawn variant may not be used. */
export const reasons = {
  draw: 'the range is empty for what was drawn',
  shapes: 'the program does not fit what was drawn',
  constraint: 'a constraint does not hold',
  'not-finite': 'a value is not finite',
  'too-large': 'an integer is beyond 2^53',
  kink: 'a rounded step may change a branch (relu, max, floor …)',
  'near-truth': 'a mistake or convention lies too near the truth',
  'near-each-other': 'two alternatives lie too near each other',
  'no-effect': 'a mistake or convention changes nothing',
  trivial: 'an answer of zeros, of one number or of what was given would be right',
  earning: 'an answer without work would earn points',
  options: 'two options read the same',
  property: 'the properties of a field do not tell right from wrong',
  disagree: 'the two executions disagree',
} as const

export type Reason = keyof typeof reasons

export interface Rejection {
  reason: Reason
  /** what exactly: the constraint, the pair of alternatives, the step … the same text for the same cause */
  detail: string
  /** index of the component to draw again; null where it has no drawn parameter and will never be different */
  component: number | null
}
