import type { Comparison, Expression, Span } from '../language/ast.ts'

/** One side of a comparison, or a truth value, as a step of a program. */
export interface ConditionStep {
  name: string
  expression: Expression
}

/**
 * A property taken apart, so that each comparison can be judged by how far its sides lie apart. `left` and `right` are
 * names of steps, `span` is where it stands in the property. `>` is `<` turned round, and `not` has been carried inwards to the comparisons.
 */
export type Condition =
  | { kind: 'compare'; operator: '<' | '<=' | '=' | '!='; left: string; right: string; span: Span }
  | { kind: 'truth'; step: string; negated: boolean; span: Span }
  | { kind: 'and' | 'or'; parts: Condition[] }

const opposite: Record<Comparison, Comparison> = { '<': '>=', '<=': '>', '>': '<=', '>=': '<', '=': '!=', '!=': '=' }

/** Takes a property apart; the steps that it needs are added to `steps`, their names begin with `name`. */
export function takeApart(expression: Expression, name: string, steps: ConditionStep[], negated = false): Condition {
  const step = (part: Expression) => {
    const named = { name: `${name} ${steps.length + 1}`, expression: part }
    steps.push(named)
    return named.name
  }
  const { span } = expression
  if (expression.kind === 'compare') {
    const operator = negated ? opposite[expression.operator] : expression.operator
    const sides = [step(expression.left), step(expression.right)] as const
    if (operator === '>' || operator === '>=') {
      return { kind: 'compare', operator: operator === '>' ? '<' : '<=', left: sides[1], right: sides[0], span }
    }
    return { kind: 'compare', operator, left: sides[0], right: sides[1], span }
  }
  if (expression.kind !== 'logic') return { kind: 'truth', step: step(expression), negated, span }
  if (expression.operator === 'not') {
    const [operand] = expression.operands as [Expression]
    return takeApart(operand, name, steps, !negated)
  }
  const kind = (expression.operator === 'and') === negated ? 'or' : 'and'
  return { kind, parts: expression.operands.map((operand) => takeApart(operand, name, steps, negated)) }
}

export type Leaf = Exclude<Condition, { kind: 'and' | 'or' }>

export function leavesOf(condition: Condition): Leaf[] {
  return 'parts' in condition ? condition.parts.flatMap(leavesOf) : [condition]
}

/** The steps that a condition reads. */
export function stepsOf(condition: Condition): string[] {
  return leavesOf(condition).flatMap((leaf) => (leaf.kind === 'compare' ? [leaf.left, leaf.right] : [leaf.step]))
}
