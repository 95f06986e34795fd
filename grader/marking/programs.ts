import { compile } from '../language/compile.ts'
import type { CompileResult, Plan } from '../language/plan.ts'
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
  outcome: PlanOutcome
}

// every question has some tens of alternatives, automatic ones and pairs included
const mostPrograms = 8192
const mostSizes = 256
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
  if (fitting) return fitting.outcome
  const compiled = compile(programOf(question, variant, alternative), operations)
  const outcome: PlanOutcome = compiled.ok ? { ok: true, plan: compiled.plan } : { ok: false, message: told(compiled) }
  // what does not compile is known for this very variant's integers
  const names = compiled.ok ? compiled.plan.staticNames : Object.keys(statics)
  const settled = new Map(names.map((name) => [name, statics[name]]))
  programs.set(key, [{ statics: settled, types, outcome }, ...known].slice(0, mostSizes))
  for (const oldest of programs.keys()) if (programs.size > mostPrograms) programs.delete(oldest)
  return outcome
}

function told({ problems: [first] }: Extract<CompileResult, { ok: false }>): string {
  return `${first?.step ?? 'The reference'}: ${first?.problem.message ?? 'it cannot be compiled.'}`
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
