import { z } from 'zod'

/** A place on a page, from its left upper corner, as a share of its width and of its height. */
const share = z
  .number()
  .min(-0.05)
  .max(1.05)
  .transform((at) => Math.round(at * 10_000) / 10_000)
const point = z.tuple([share, share])
const id = z.string().regex(/^[a-z0-9]{6,24}$/)

const mark = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('pen'), id, points: z.array(point).min(2).max(600) }),
  z.strictObject({ kind: z.literal('box'), id, from: point, to: point }),
  z.strictObject({ kind: z.literal('highlight'), id, from: point, to: point }),
  z.strictObject({ kind: z.literal('note'), id, at: point, text: z.string().trim().min(1).max(500) }),
])

/** What somebody drew on a page: a line, a frame, a highlight, or words at a place. */
export type Mark = z.output<typeof mark>

/** All of one person's marks on a page. */
export const marks = z
  .array(mark)
  .max(200, 'More than 200 marks on one page.')
  .refine((all) => new Set(all.map((one) => one.id)).size === all.length, 'Every mark has an id of its own.')
  .refine(
    (all) => all.reduce((sum, one) => sum + (one.kind === 'pen' ? one.points.length : 1), 0) <= 20_000,
    'More drawn on one page than can be kept.',
  )
