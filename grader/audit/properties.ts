import { sizeOf } from '../language/types.ts'
import { allHold, type Outcome } from '../marking/property/outcome.ts'
import { propertyProgramFor } from '../marking/property/program-for.ts'
import { type PropertyRun, runProperties } from '../marking/property/run-properties.ts'
import {
  exampleStep,
  mistakeSteps,
  type PropertyField,
  type PropertyProgram,
  propertyFields,
} from '../question/property-program.ts'
import type { Candidate } from './candidate.ts'
import { type AuditContext, reject } from './context.ts'
import { easyAnswers, nearMisses, rounded, roundings } from './property-trials.ts'
import type { Reason } from './rejection.ts'
import { fromTruth } from './separation.ts'
import { shownValues } from './trivial-values.ts'

/**
 * The audit of property fields. The example must hold in both executions, however its entries are rounded; zeros, one
 * number in every cell, the identity and what is shown must not; every mistake must miss some property by three bands;
 * and of answers that are the example but for one entry some must be found out. The example becomes the expected value.
 */
export async function auditProperties(context: AuditContext, candidates: readonly Candidate[]): Promise<void> {
  for (const field of propertyFields(context.definition)) {
    const groups = new Map<PropertyProgram, Candidate[]>()
    for (const candidate of candidates) {
      const compiled = propertyProgramFor(context.definition, field, candidate.variant)
      if (!compiled.ok) {
        const [first] = compiled.problems
        refuse(context, field, candidate, 'shapes', `${field.name}, ${first?.what}: ${first?.problem.message}`)
      } else if (groups.get(compiled.program)?.push(candidate) === undefined) groups.set(compiled.program, [candidate])
    }
    for (const [program, group] of groups) await auditGroup(context, field, program, group)
  }
}

function refuse(context: AuditContext, field: PropertyField, candidate: Candidate, reason: Reason, detail: string) {
  candidate.rejections.push(reject(context, reason, 'fields', field.name, detail))
}

/** An answer to execute, and what is to be said when its outcome is known. */
interface Trial {
  run: PropertyRun
  judge(outcome: Outcome): void
}

async function auditGroup(
  context: AuditContext,
  field: PropertyField,
  program: PropertyProgram,
  group: readonly Candidate[],
): Promise<void> {
  const execute = (runs: readonly PropertyRun[], options: { also?: string[]; blame?: boolean }) =>
    runs.length === 0 ? [] : runProperties(context.definition, field, program, runs, context.executors, options)
  const tryAll = async (trials: readonly Trial[]) => {
    const outcomes = await execute(
      trials.map(({ run }) => run),
      { blame: false },
    )
    for (const [k, { judge }] of trials.entries()) judge(outcomes[k] as Outcome)
  }
  const mistakes = mistakeSteps(field)
  const zeros = new Array<number>(sizeOf(program.type.shape)).fill(0)
  const first = await execute(
    group.map(({ variant }) => ({ variant, answer: zeros })),
    { also: [exampleStep, ...mistakes.values()], blame: false },
  )
  const trials: Trial[] = []
  const sound = new Map<Candidate, Outcome>()
  for (const [k, candidate] of group.entries()) {
    const outcome = first[k] as Outcome
    const example = outcome.all(exampleStep)
    const wrong = new Map([...mistakes].map(([id, step]) => [id, rounded(outcome.all(step), field.decimals)]))
    candidate.expected[field.name] = { shape: [...program.type.shape], data: example }
    if (![example, ...wrong.values()].flat().every(Number.isFinite)) {
      refuse(context, field, candidate, 'not-finite', field.name)
    } else trials.push(...trialsOf(context, field, program, candidate, example, wrong, sound))
  }
  await tryAll(trials)
  const found = new Set<Candidate>()
  await tryAll(
    [...sound].flatMap(([candidate, outcome]) => {
      const { variant, expected } = candidate
      const answers = nearMisses(rounded(expected[field.name]?.data ?? [], field.decimals), outcome, field.decimals)
      return answers.map((answer): Trial => {
        return { run: { variant, answer }, judge: (missed) => allHold(missed) || found.add(candidate) }
      })
    }),
  )
  for (const candidate of sound.keys()) {
    if (found.has(candidate)) continue
    refuse(context, field, candidate, 'property', `${field.name} holds whatever becomes of an entry of the example`)
  }
}

function trialsOf(
  context: AuditContext,
  field: PropertyField,
  { type }: PropertyProgram,
  candidate: Candidate,
  example: readonly number[],
  wrong: ReadonlyMap<string, readonly number[]>,
  sound: Map<Candidate, Outcome>,
): Trial[] {
  const { variant } = candidate
  const say = (reason: Reason, detail: string) => refuse(context, field, candidate, reason, detail)
  const right = roundings(example, field.decimals).map((answer, k): Trial => {
    const judge = (outcome: Outcome) => {
      const failing = outcome.holds.findIndex((held) => held !== true)
      if (!outcome.certain) say('disagree', `what must hold of ${field.name}`)
      else if (failing >= 0) {
        const how = k === 0 ? 'the example' : 'the example, rounded,'
        say('property', `${how} of ${field.name} does not hold: ${field.holds[failing]?.source}`)
      } else if (k === 0) sound.set(candidate, outcome)
    }
    return { run: { variant, answer }, judge }
  })
  const shown = shownValues(context.definition, variant, candidate.expected)
  const trivial = easyAnswers(field, { shape: [...type.shape], data: [...example] }, shown).map(
    ({ answer, says }): Trial => ({
      run: { variant, answer },
      judge: (outcome) => allHold(outcome) && say('trivial', says),
    }),
  )
  const mistaken = [...wrong].map(([id, answer]): Trial => {
    const judge = (outcome: Outcome) => {
      if (Math.max(...outcome.distances.flat()) < fromTruth) say('near-truth', `${id} at ${field.name}`)
    }
    return { run: { variant, answer }, judge }
  })
  return [...right, ...trivial, ...mistaken]
}
