/** A save as the route of the history answers it. */
export interface Replayed<Value> {
  id: string
  field: string
  epoch: number
  revision: number
  late: boolean
  at: string
  value: Value
}

export type Outcome = 'applied' | 'superseded' | 'late'

/** What became of every save, in order: as the server decided it, from what had arrived before. */
export function outcomes(saves: readonly Replayed<unknown>[]): Outcome[] {
  const best = new Map<string, Replayed<unknown>>()
  return saves.map((save) => {
    if (save.late) return 'late'
    const before = best.get(save.field)
    const newer =
      !before || save.epoch > before.epoch || (save.epoch === before.epoch && save.revision > before.revision)
    if (newer) best.set(save.field, save)
    return newer ? 'applied' : 'superseded'
  })
}

/** The value of every field as it stood after the first `count` saves. */
export function standing<Value>(
  saves: readonly Replayed<Value>[],
  fates: readonly Outcome[],
  count: number,
): Map<string, Value> {
  const values = new Map<string, Value>()
  for (const [k, save] of saves.slice(0, count).entries())
    if (fates[k] === 'applied') values.set(save.field, save.value)
  return values
}
