import { z } from 'zod'

export const difficulties = ['easy', 'medium', 'hard'] as const
const some = z.array(z.string().min(1).max(120)).max(20).default([])

/** What is looked for in the bank. */
export const bankSearch = z.strictObject({
  /** only what this course may use */
  course: z.uuid().optional(),
  q: z.string().max(300).default(''),
  topic: some,
  /** kinds of fields: one of them is enough */
  kind: some,
  tag: some,
  collection: z.uuid().optional(),
  from: z.enum(['house', 'own', 'shared']).optional(),
  difficulty: z.enum(difficulties).optional(),
  used: z
    .union([z.enum(['never', 'ever']), z.string().regex(/^not-since:\d{4}-\d{2}-\d{2}$/)])
    .optional()
    .refine(
      (used) => !used?.startsWith('not-since:') || !Number.isNaN(Date.parse(used.slice(10))),
      'There is no such day.',
    ),
  standing: z.enum(['usable', 'draft', 'unreadable']).optional(),
  person: z.literal('me').optional(),
  sort: z.enum(['relevance', 'title', 'newest', 'used', 'facility', 'discrimination', 'collection']).optional(),
  page: z.coerce.number().int().min(1).max(10_000).default(1),
})
export type BankSearch = z.input<typeof bankSearch>
export type ReadBankSearch = z.output<typeof bankSearch>

const lists = ['topic', 'kind', 'tag']

/** The same from an address. What an address says more is none of ours; what it leaves empty was not asked for. */
export function searchInAddress(address: URLSearchParams): Record<string, unknown> {
  const known = Object.keys(bankSearch.shape)
  const given = known.flatMap((key) => {
    const values = address.getAll(key).filter((value) => value !== '')
    if (values.length === 0) return []
    return [[key, lists.includes(key) ? values : values[0]]]
  })
  return Object.fromEntries(given)
}

/** What makes sense of an address; what does not is passed over. For a page, which somebody may have written by hand. */
export function knownSearch(address: URLSearchParams): Omit<BankSearch, 'page'> & { page?: number } {
  const given = Object.entries(searchInAddress(address)).filter(
    ([name, value]) => bankSearch.partial().safeParse({ [name]: value }).success,
  )
  const { page, ...search } = Object.fromEntries(given) as Omit<BankSearch, 'page'> & { page?: string }
  return page === undefined ? search : { ...search, page: Number(page) }
}
