import type { Labelled } from '../../../../grader/answers/field.ts'
import type { Reviewer } from './assign-button.tsx'

/** How the reviewing of one part stands. */
export interface PartStanding extends Labelled {
  field: string
  /** of its question */
  number: number
  title: string
  points: number
  answers: number
  waiting: number
  broken: number
  reviewed: number
  overridden: number
  claimed: { name: string; n: number }[]
  assigned: Reviewer[]
  mine: boolean
}

interface Question {
  number: number
  title: string
  shown: PartStanding[]
  /** parts that are left out: the grader decided all their answers, and nobody has to do with them */
  hidden: number
}

/** Parts with which somebody has to do, or all, by their questions. */
export function byQuestion(parts: readonly PartStanding[], everything: boolean): Question[] {
  return [...Map.groupBy(parts, ({ number }) => number)].map(([number, those]) => {
    const shown = everything ? those : those.filter(concerns)
    return { number, title: those[0]?.title ?? '', shown, hidden: those.length - shown.length }
  })
}

function concerns({ waiting, reviewed, overridden, claimed, assigned }: PartStanding): boolean {
  return waiting + reviewed + overridden + claimed.length + assigned.length > 0
}
