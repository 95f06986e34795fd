import type { Expression } from '../ast.ts'
import { mapChildren } from '../map-children.ts'
import { callsIn, namesIn } from '../names-in.ts'
import type { StepSource } from '../plan.ts'

interface Known {
  /** the step that is differentiated, and by which step */
  of: string
  by: string
  /** the step that is nothing but this gradient */
  step: string
}

/**
 * Where the reference has a step `dz: gradient(L, z)`, every `gradient(L, W)` of a W before z is computed from dz, as it is by hand:
 * the pair `z, dz` is added to the arguments of the call. So an answer to dz is followed through to dW, and a mistake in
 * dz is carried on. `steps` are the reference itself or an alternative's.
 */
export function linkGradients<T extends StepSource>(steps: readonly T[], reference: readonly StepSource[]): T[] {
  const known = reference.flatMap(({ name, expression }): Known[] => {
    const [of, by, more] = expression.kind === 'call' && expression.name === 'gradient' ? expression.args : []
    return of?.kind === 'name' && by?.kind === 'name' && !more ? [{ of: of.name, by: by.name, step: name }] : []
  })
  if (known.length === 0) return [...steps]
  const sources = sourcesOf(reference)
  return steps.map((step) => {
    const link = (node: Expression): Expression => {
      const [of, by, more] = node.kind === 'call' && node.name === 'gradient' ? node.args : []
      if (node.kind !== 'call' || of?.kind !== 'name' || by?.kind !== 'name' || more) return mapChildren(node, link)
      const between = known.filter(
        (one) =>
          one.of === of.name &&
          one.step !== step.name &&
          sources(one.by).has(by.name) &&
          // an alternative may ask for another gradient than the reference: no circles
          !known.some((other) => other.step === step.name && other.of === one.of && sources(other.by).has(one.by)),
      )
      const name = (text: string): Expression => ({ kind: 'name', name: text, span: node.span })
      return { ...node, args: [of, by, ...between.flatMap((one) => [name(one.by), name(one.step)])] }
    }
    return callsIn(step.expression).has('gradient') ? { ...step, expression: link(step.expression) } : step
  })
}

/** All that a step is computed from, directly or not. */
function sourcesOf(steps: readonly StepSource[]): (name: string) => ReadonlySet<string> {
  const direct = new Map(
    steps.map(({ name, expression }) => [name, [...namesIn(expression), ...callsIn(expression)]] as const),
  )
  const found = new Map<string, Set<string>>()
  const sources = (name: string): Set<string> => {
    const before = found.get(name)
    if (before) return before
    const all = new Set<string>()
    found.set(name, all)
    for (const read of direct.get(name) ?? []) {
      all.add(read)
      for (const further of sources(read)) all.add(further)
    }
    return all
  }
  return sources
}
