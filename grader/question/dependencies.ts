import type { Expression } from '../language/ast.ts'
import { callsIn, namesIn } from '../language/names-in.ts'
import type { StepSource } from '../language/plan.ts'

const known = new WeakMap<readonly StepSource[], Map<string, string[]>>()

/** For every step the other steps that its expression reads. Every look at every draw asks for them. */
export function stepReads(steps: readonly StepSource[]): Map<string, string[]> {
  const found = known.get(steps) ?? readsAmong(steps)
  known.set(steps, found)
  return found
}

function readsAmong(steps: readonly StepSource[]): Map<string, string[]> {
  const names = new Set(steps.map(({ name }) => name))
  return new Map(steps.map(({ name, expression }) => [name, readsOf(expression, names)]))
}

/** All steps that a step needs, directly or not, each after those it needs itself; without the step. */
export function upstreamSteps(steps: readonly StepSource[], name: string, reads = stepReads(steps)): string[] {
  return upstreamIn(reads, name)
}

/** The same, by what each step reads; a name that nothing is said of (a parameter) is no step. */
export function upstreamIn(reads: ReadonlyMap<string, readonly string[]>, name: string): string[] {
  const found: string[] = []
  const visit = (step: string) => {
    for (const before of reads.get(step) ?? []) {
      if (before === name || found.includes(before) || !reads.has(before)) continue
      visit(before)
      if (!found.includes(before)) found.push(before)
    }
  }
  visit(name)
  return found
}

/** All steps that need a step, directly or not, in the order in which they are written. */
export function dependentSteps(steps: readonly StepSource[], name: string): string[] {
  return steps
    .filter((step) => step.name !== name && upstreamSteps(steps, step.name).includes(name))
    .map((step) => step.name)
}

/** Those of the given names that an expression reads as values. */
export function readsOf(expression: Expression, names: ReadonlySet<string>): string[] {
  const read = new Set([...namesIn(expression), ...callsIn(expression)])
  return [...read].filter((name) => names.has(name))
}
