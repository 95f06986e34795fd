/** A call in which one id of another world stands among one's own. */
export interface Mixed<Args> {
  args: Args
  /** whose place was taken: `0`, `1.submissionId` */
  where: string
}

/** Every way of putting one of `foreign` in its place into what is one's own; `others`: the same call in the other world. */
export function mixtures<Value>(own: Value, others: Value, foreign: ReadonlySet<unknown>): Mixed<Value>[] {
  if (own !== others && foreign.has(others)) return [{ args: others, where: '' }]
  if (typeof own !== 'object' || own === null || typeof others !== 'object' || others === null) return []
  return Object.keys(own).flatMap((key) => {
    const name = key as keyof Value
    return mixtures(own[name], others[name], foreign).map(({ args, where }) => {
      const copy = (Array.isArray(own) ? own.with(Number(key), args) : { ...own, [name]: args }) as Value
      return { args: copy, where: where === '' ? key : `${key}.${where}` }
    })
  })
}
