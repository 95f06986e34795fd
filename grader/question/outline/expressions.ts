import type { Expression } from '../../language/ast.ts'
import { figureExpressions } from '../check-body.ts'
import { type PropertyField, propertyExpressions } from '../property-program.ts'
import type { FieldDraft } from '../read-answers.ts'
import { mostPrinted, templatesIn } from '../template.ts'
import type { Loose } from './read-loosely.ts'

/** An expression of the file with a name that no other one has, and no step. */
export interface Placed {
  key: string
  expression: Expression
}

/** Expressions over parameters and steps, apart from the reference's own. */
export function placedExpressions({ reader, draft, body, bodyStart }: Loose): Placed[] {
  const where = draft.where.map(({ expression }) => expression)
  const steps = draft.alternatives.flatMap((alternative) => alternative.steps.map(({ expression }) => expression))
  const figures = draft.figures.flatMap((figure) =>
    figure.kind === 'plot' ? [figure.from, figure.to] : figureExpressions(figure),
  )
  const examples = properties(draft.answers).map(({ example }) => example)
  const printed = templatesIn(body)
    .slice(0, mostPrinted)
    .flatMap(({ source, inside, closed }) => {
      if (!closed) return []
      const spans = Array.from({ length: source.length + 1 }, (_, k) => bodyStart + inside + k)
      return reader.parse(source, '', spans, reader.placeOf(bodyStart + inside))?.expression ?? []
    })
  return keyed('expression', [...where, ...steps, ...figures, ...examples, ...printed])
}

/** What a property field says of its answer, which it calls by the field's name. */
export function propertyParts(field: PropertyField): Placed[] {
  return keyed(
    'property',
    propertyExpressions(field).flatMap(({ what, expression }) => (what === 'example' ? [] : expression)),
  )
}

export function properties(answers: readonly FieldDraft[]): PropertyField[] {
  return answers.filter((field) => field.kind === 'property').map((field) => ({ ...field, after: [] }))
}

function keyed(what: string, expressions: readonly Expression[]): Placed[] {
  return expressions.map((expression, k) => ({ key: `${what} ${k + 1}`, expression }))
}
