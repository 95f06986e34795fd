import { compile } from '../language/compile.ts'
import type { Plan } from '../language/plan.ts'
import { operations } from '../operations/library.ts'
import type { Alternative, QuestionDefinition } from '../question/definition.ts'
import { programOf } from '../question/program.ts'
import type { Variant } from '../question/variant.ts'

export type PlanOutcome = { ok: true; plan: Plan } | { ok: false; message: string }

interface Compiled {
  /** values of the integers that settled the plan's shapes */
  statics: ReadonlyMap<string, number | undefined>
  /** types of all parameters */
  types: string
  plan: Plan
}

const mostPrograms = 256
const programs = new Map<string, Compiled[]>()

/**
 * The plan that a variant runs: the reference, or the reference with an alternative's steps. Variants that agree on
 * shapes and static integers get the same Plan object, so that they can be rows of one batch.
 */
export function planFor(question: QuestionDefinition, variant: Variant, alternative?: Alternative): PlanOutcome {
  const key = `${question.slug} ${question.version} ${alternative?.id ?? ''}`
  const { types, statics } = givenBy(question, variant)
  const known = programs.get(key) ?? []
  const fitting = known.find(
    (compiled) => compiled.types === types && [...compiled.statics].every(([name, value]) => statics[name] === value),
  )
  if (fitting) return { ok: true, plan: fitting.plan }
  const compiled = compile(programOf(question, variant, alternative), operations)
  if (!compiled.ok) {
    const [first] = compiled.problems
    return {
      ok: false,
      message: `${first?.step ?? 'The reference'}: ${first?.problem.message ?? 'it cannot be compiled.'}`,
    }
  }
  const { plan } = compiled
  const settled = new Map(plan.staticNames.map((name) => [name, statics[name]]))
  programs.set(key, [{ statics: settled, types, plan }, ...known].slice(0, mostPrograms))
  for (const oldest of programs.keys()) if (programs.size > mostPrograms) programs.delete(oldest)
  return { ok: true, plan }
}

type Given = { types: string; statics: Readonly<Record<string, number>> }

const givens = new WeakMap<Variant, { question: QuestionDefinition; given: Given }>()

/** What a variant gives every program of its question: all of them are asked for, one after the other. */
function givenBy(question: QuestionDefinition, variant: Variant): Given {
  const known = givens.get(variant)
  if (known?.question === question) return known.given
  const { parameters, statics } = programOf(question, variant)
  const given = { types: JSON.stringify(parameters), statics }
  givens.set(variant, { question, given })
  return given
}
