import type { Executors } from '../backends/executor.ts'
import type { OperationLibrary } from '../language/types.ts'
import { type Component, componentsOf } from '../question/components.ts'
import type { QuestionDefinition } from '../question/definition.ts'
import { judgedFields } from '../question/fields.ts'
import { optionProgram } from './options.ts'
import type { Programs } from './plans.ts'
import type { Reason, Rejection } from './rejection.ts'

/** What the audit of one question needs again and again. */
export interface AuditContext {
  definition: QuestionDefinition
  executors: Executors
  library: OperationLibrary
  components: Component[]
  options: ReturnType<typeof optionProgram>
  programs: Programs
  /** steps of judged fields, by field */
  steps: ReadonlyMap<string, string>
  /** tensor fields all of whose entries are equal whatever is drawn (row sums of weights): no reason to draw again */
  constantFields: ReadonlySet<string>
  /** fields whose right answer is a parameter as given, whatever is drawn */
  copiedFields: ReadonlySet<string>
}

export function contextOf(
  definition: QuestionDefinition,
  executors: Executors,
  library: OperationLibrary,
): AuditContext {
  return {
    definition,
    executors,
    library,
    components: componentsOf(definition),
    options: optionProgram(definition),
    programs: new Map(),
    steps: new Map(judgedFields(definition).map(({ name, step }) => [name, step])),
    constantFields: new Set(),
    copiedFields: new Set(),
  }
}

/** A rejection for something that belongs to a component. */
export function reject(
  { components }: AuditContext,
  reason: Reason,
  kind: keyof Component,
  name: string | number,
  detail: string,
): Rejection {
  const component = components.findIndex((one) => (one[kind] as (string | number)[]).includes(name))
  return { reason, detail, component: component < 0 ? null : component }
}
