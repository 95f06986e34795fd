import type { Alternative, NamedExpression } from './definition.ts'
import { suggestion } from './nearest.ts'
import { readNamedMap } from './read-parameters.ts'
import type { Entry, Reader } from './reader.ts'

export const idPattern = /^[A-Za-z][A-Za-z0-9]*(?:-[A-Za-z0-9]+)*$/

/** Mistake models or conventions: ids with the steps that they put in place of the reference's. */
export function readAlternatives(
  reader: Reader,
  entry: Entry | undefined,
  kind: Alternative['kind'],
  reference: readonly NamedExpression[],
): Alternative[] {
  if (!entry) return []
  const steps = reference.map(({ name }) => name)
  const alternatives: Alternative[] = []
  for (const item of reader.readMap(entry.node, `${kind}s`, entry.keyNode) ?? []) {
    const what = `${kind} ${item.key}`
    if (!idPattern.test(item.key)) reader.problem(item.keyNode, `An id is written like this-one, not “${item.key}”.`)
    const record = reader.readRecord(item.node, what, ['steps', 'says', 'earns'], ['steps', 'says'], item.keyNode)
    const stepsEntry = record?.get('steps')
    if (!record || !stepsEntry) continue
    const replaced = readNamedMap(reader, stepsEntry, `steps of ${what}`, 'A step')
    if (replaced.length === 0) reader.problem(stepsEntry.keyNode, `${what} must replace at least one step.`)
    for (const step of replaced) {
      if (steps.includes(step.name)) continue
      reader.problem(
        step,
        `The reference has no step “${step.name}” to replace.${suggestion(step.name, steps)} Steps are ${steps.join(', ')}.`,
      )
    }
    alternatives.push({
      ...reader.place(item.keyNode),
      id: item.key,
      kind,
      steps: replaced,
      says: reader.readText(record.get('says'), `says of ${what}`) ?? '',
      earns: reader.readNumber(record.get('earns'), 'earns', 0, 1) ?? (kind === 'mistake' ? 0 : 1),
    })
  }
  return alternatives
}
