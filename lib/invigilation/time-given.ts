import { z } from 'zod'

/** More time as it is given to one student, in an exam or in a whole course. */
export const timeGiven = {
  personId: z.uuid(),
  /** of the usual time */
  percent: z.number().int().min(100, 'At least 100 %.').max(1000, 'At most 1000 %.'),
  extraMinutes: z.number().int().min(0, 'Not less than none.').max(10_080, 'At most a week.'),
  reason: z.string().trim().max(1_000).default(''),
}

/** As many as a list may have rows. */
const mostStudents = 10_000

/** A list that names each student once. */
export const eachOnce = <Student extends z.ZodType<{ personId: string }>>(student: Student) =>
  z
    .array(student)
    .min(1)
    .max(mostStudents)
    .refine((list) => new Set(list.map(({ personId }) => personId)).size === list.length, 'A student may occur once.')
