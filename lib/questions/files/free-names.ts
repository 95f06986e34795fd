import { query } from '../../db/query.ts'

const mostTries = 20

/** For each of these names, in their order, another one like it that nothing has, `others` included; null where all are taken. */
export async function freeNames(names: readonly string[], others: Iterable<string>): Promise<(string | null)[]> {
  const tries = (name: string) =>
    Array.from({ length: mostTries }, (_, k) => `${name.slice(0, 76).replace(/-+$/, '')}-${k + 2}`)
  const rows = await query<{ slug: string }>('SELECT slug FROM question WHERE slug = ANY ($1)', [names.flatMap(tries)])
  const taken = new Set([...rows.map(({ slug }) => slug), ...others])
  return names.map((name) => {
    const free = tries(name).find((one) => !taken.has(one)) ?? null
    if (free !== null) taken.add(free)
    return free
  })
}
