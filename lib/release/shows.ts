import { z } from 'zod'

/** What of a result its student may read. */
export const shows = z.strictObject({
  /** what people decided counts and is shown; else those parts wait */
  reviewed: z.boolean(),
  points: z.boolean(),
  /** right or wrong, entry by entry, and the first wrong step */
  verdicts: z.boolean(),
  /** expected answers, how exact an answer had to be, what the mistake was */
  expected: z.boolean(),
  /** worked solutions */
  solutions: z.boolean(),
  /** what reviewers wrote, and the rubric items they ticked */
  comments: z.boolean(),
  /** how the class did */
  statistics: z.boolean(),
})
export type Shows = z.infer<typeof shows>

/** Whether a student would read nothing at all: that people's decisions count is nothing to be seen by itself. */
export const showsNothing = ({ reviewed: _, ...seen }: Shows): boolean => !Object.values(seen).includes(true)

/** Everything: what staff see. */
export const everything: Shows = {
  reviewed: true,
  points: true,
  verdicts: true,
  expected: true,
  solutions: true,
  comments: true,
  statistics: true,
}

/** What the decisions show that name a scope alone. */
const ofScope = {
  computed: { ...everything, reviewed: false, comments: false, statistics: false },
  all: { ...everything, statistics: false },
} satisfies Record<string, Shows>

/** What a stored decision shows; null: nothing. */
export function showsOf(scope: 'none' | 'computed' | 'all', stored: Shows | null): Shows | null {
  if (scope === 'none') return null
  return stored ?? ofScope[scope]
}
