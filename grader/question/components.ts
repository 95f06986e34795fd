import type { Expression } from '../language/ast.ts'
import type { QuestionDefinition } from './definition.ts'
import { readsOf } from './dependencies.ts'
import { isJudged } from './fields.ts'
import { generatorExpressions } from './generator.ts'
import { propertyExpressions } from './property-program.ts'
import { parseTemplate, templatesIn } from './template.ts'

/** Parameters that are drawn together, and all that depends on them. Components share no step, constraint or field. */
export interface Component {
  parameters: string[]
  steps: string[]
  /** indices into the definition's `where` */
  where: number[]
  fields: string[]
  /** ids of mistakes and conventions */
  alternatives: string[]
}

const known = new WeakMap<QuestionDefinition, Component[]>()

/**
 * Cuts a question into independent components, so that a draw that fails one part of a question is repeated for that
 * part only. Literal parameters connect nothing; what reads no drawn parameter is in no component.
 */
export function componentsOf(definition: QuestionDefinition): Component[] {
  // every draw asks for them
  const found = known.get(definition) ?? cut(definition)
  known.set(definition, found)
  return found
}

function cut(definition: QuestionDefinition): Component[] {
  const drawn = definition.parameters.filter(({ generator }) => !isConstant(generator, definition))
  const names = new Set([...drawn.map(({ name }) => name), ...definition.reference.map(({ name }) => name)])
  const groups = new Groups()
  for (const { name, generator } of drawn) {
    groups.join([name, ...generatorExpressions(generator).flatMap((expression) => readsOf(expression, names))])
  }
  for (const { name, expression } of definition.reference) groups.join([name, ...readsOf(expression, names)])
  for (const [k, { expression }] of definition.where.entries())
    groups.join([`where:${k}`, ...readsOf(expression, names)])
  for (const { id, steps } of definition.alternatives) {
    groups.join([`alternative:${id}`, ...steps.flatMap((s) => [s.name, ...readsOf(s.expression, names)])])
  }
  for (const field of definition.answers) {
    const read = isJudged(field) ? [field.step] : [...choiceReads(field, names), ...propertyReads(field, names)]
    groups.join([`field:${field.name}`, ...read])
  }
  const roots = [...new Set(drawn.map(({ name }) => groups.root(name)))]
  return roots.map((root) => {
    const within = (key: string) => groups.root(key) === root
    return {
      parameters: drawn.map(({ name }) => name).filter(within),
      steps: definition.reference.map(({ name }) => name).filter(within),
      where: definition.where.map((_, k) => k).filter((k) => within(`where:${k}`)),
      fields: definition.answers.map(({ name }) => name).filter((name) => within(`field:${name}`)),
      alternatives: definition.alternatives.map(({ id }) => id).filter((id) => within(`alternative:${id}`)),
    }
  })
}

function isConstant(generator: QuestionDefinition['parameters'][number]['generator'], definition: QuestionDefinition) {
  const parameters = new Set(definition.parameters.map(({ name }) => name))
  return generator.kind === 'fixed' && readsOf(generator.value, parameters).length === 0
}

/** The names that the options of a choice are printed from: they must differ once the numbers are put in. */
function choiceReads(field: QuestionDefinition['answers'][number], names: ReadonlySet<string>): string[] {
  if (field.kind !== 'choice') return []
  return [...field.right, ...field.others].flatMap(({ markdown }) =>
    templatesIn(markdown)
      .map(parseTemplate)
      .filter((expression): expression is Expression => expression !== null)
      .flatMap((expression) => readsOf(expression, names)),
  )
}

/** The names that a property field is about. */
function propertyReads(field: QuestionDefinition['answers'][number], names: ReadonlySet<string>): string[] {
  if (field.kind !== 'property') return []
  return propertyExpressions(field).flatMap(({ expression }) => readsOf(expression, names))
}

/** Disjoint sets of keys. */
class Groups {
  readonly #parents = new Map<string, string>()

  root(key: string): string {
    const parent = this.#parents.get(key)
    if (parent === undefined) return key
    const root = this.root(parent)
    this.#parents.set(key, root)
    return root
  }

  join(keys: readonly string[]): void {
    const [first, ...rest] = keys.map((key) => this.root(key))
    for (const root of rest)
      if (first !== undefined && this.root(root) !== this.root(first))
        this.#parents.set(this.root(root), this.root(first))
  }
}
