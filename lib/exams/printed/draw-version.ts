import { createHash } from 'node:crypto'

/** A question of an exam as it may be drawn for paper. */
export interface Drawable {
  id: string
  points: number
  /** of its pool, in a fixed order */
  variants: string[]
  section: { id: string; title: string; instructions: string; pick: number | null; shuffle: boolean } | null
}

export interface Drawn {
  id: string
  points: number
  variant: string
  section: Drawable['section']
}

/** Chance that is the same every time. */
const chance = (version: number, id: string) => createHash('sha256').update(`${version} ${id}`).digest('hex')

/**
 * The questions of a version, in its order. Version k has the k-th variant of every question, so that no two have the same
 * numbers; what is drawn of a set, and its order, is by chance, and the same whenever it is printed.
 */
export function drawVersion(questions: readonly Drawable[], version: number): Drawn[] {
  const byChance = [...questions].sort((a, b) => (chance(version, a.id) < chance(version, b.id) ? -1 : 1))
  const drawnOf = (section: NonNullable<Drawable['section']>) => {
    const all = byChance.filter((one) => one.section?.id === section.id)
    const some = section.pick === null ? all : all.slice(0, section.pick)
    return section.shuffle ? some : questions.filter((one) => some.includes(one))
  }
  const seen = new Set<string>()
  const placed = questions.flatMap((question) => {
    const { section } = question
    if (!section) return [question]
    if (seen.has(section.id)) return []
    seen.add(section.id)
    return drawnOf(section)
  })
  return placed.map(({ id, points, variants, section }) => {
    const variant = variants[(version - 1) % variants.length]
    if (variant === undefined) throw new Error(`There is no variant of ${id}.`)
    return { id, points, variant, section }
  })
}
