import type { Problem } from './ast.ts'
import { callsIn, mayReadT, namesIn } from './names-in.ts'
import type { StepSource } from './plan.ts'

export type OrderedSteps =
  | { ok: true; steps: StepSource[] }
  | { ok: false; problems: { step: string; problem: Problem }[] }

/** The steps a step reads. `k(x + 1)` reads k unless k is known to be a function or is the step itself. */
function stepsRead(step: StepSource, names: ReadonlySet<string>, isFunction: (name: string) => boolean): string[] {
  const called = [...callsIn(step.expression)].filter((name) => name !== step.name && !isFunction(name))
  const read = new Set([...namesIn(step.expression), ...called])
  if (mayReadT(step.expression)) read.add('T')
  return [...read].filter((name) => names.has(name))
}

/** Puts every step after the steps it reads, otherwise in the author's order. Circles and doubles are problems. */
export function orderSteps(
  steps: readonly StepSource[],
  isFunction: (name: string) => boolean = () => false,
): OrderedSteps {
  const problems: { step: string; problem: Problem }[] = []
  const byName = new Map<string, StepSource>()
  const report = (step: StepSource, message: string) => {
    problems.push({ step: step.name, problem: { kind: 'type', message, span: step.expression.span } })
  }
  for (const step of steps) {
    if (byName.has(step.name)) report(step, `The step ${step.name} is defined twice.`)
    else byName.set(step.name, step)
  }
  const names = new Set(byName.keys())
  const ordered: StepSource[] = []
  const state = new Map<string, 'open' | 'done'>()
  const place = (step: StepSource, path: string[]) => {
    if (state.get(step.name) === 'done') return
    if (state.get(step.name) === 'open') {
      const circle = [...path.slice(path.indexOf(step.name)), step.name]
      report(step, `The steps define each other in a circle: ${circle.join(' → ')}.`)
      return
    }
    state.set(step.name, 'open')
    for (const name of stepsRead(step, names, isFunction)) {
      const before = byName.get(name)
      if (before) place(before, [...path, step.name])
    }
    state.set(step.name, 'done')
    ordered.push(step)
  }
  for (const step of byName.values()) place(step, [])
  return problems.length > 0 ? { ok: false, problems } : { ok: true, steps: ordered }
}
