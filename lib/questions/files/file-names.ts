import { readPictureName } from '../../../grader/question/picture-name.ts'

/** What a file of a folder or an archive of questions is. */
export type Named = { kind: 'question'; slug: string } | { kind: 'figure'; file: string } | { kind: 'other' }

/** The question whose file has this name; null: it is no question's. */
export function slugOfFile(name: string): string | null {
  const slug = /^([a-z0-9]+(?:-[a-z0-9]+)*)\.md$/.exec(name)?.[1]
  return slug && slug.length <= 80 ? slug : null
}

/** What computers leave behind in folders. */
const litter = /(^|\/)(__MACOSX|\.[^/]*|Thumbs\.db|desktop\.ini)(\/|$)/i

/**
 * By its path: questions are `….md` in `bank/` or beside it, pictures lie in `figures/`. A folder around all of it, as
 * archives have, does not matter.
 */
export function namedBy(path: string): Named | null {
  if (litter.test(path)) return null
  const parts = path.split('/')
  const name = parts.at(-1) ?? ''
  const folder = parts.at(-2)
  if (folder === 'figures' && readPictureName(name)) return { kind: 'figure', file: name }
  const slug = slugOfFile(name)
  if (slug && folder !== 'exams' && folder !== 'templates') return { kind: 'question', slug }
  return { kind: 'other' }
}

/** Where the same things lie in what is written. */
export const pathOf = {
  question: (slug: string) => `bank/${slug}.md`,
  figure: (file: string) => `figures/${file}`,
}
