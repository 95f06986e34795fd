import { compareFormulas } from '../marking/formula/compare-formulas.ts'
import type { AnswerField, FileProblem, QuestionDefinition } from '../question/definition.ts'

type FormulaField = Extract<AnswerField, { kind: 'formula' }>

/**
 * Whether every formula field can be graded: its formula equals itself when it is executed, every mistake differs from
 * it and from what is accepted, and no two mistakes are the same.
 */
export function auditFormulas(definition: QuestionDefinition): FileProblem[] {
  return definition.answers.flatMap((field) => (field.kind === 'formula' ? auditFormula(field) : []))
}

function auditFormula(field: FormulaField): FileProblem[] {
  const problems: FileProblem[] = []
  const { symbols, target } = field
  const compare = (a: FormulaField['equals'], b: FormulaField['equals']) => compareFormulas(a, b, symbols, { target })
  const itself = compare(field.equals, field.equals)
  if (itself.verdict !== 'equal') {
    const { line, column, name } = field
    return [{ line, column, message: `${name}: the formula cannot be executed. ${itself.message ?? ''}`.trim() }]
  }
  const right = [{ name: 'the right formula', expression: field.equals }]
  for (const [k, { expression }] of field.accept.entries()) {
    right.push({ name: field.accept.length > 1 ? `accepted formula ${k + 1}` : 'the accepted formula', expression })
  }
  for (const [k, mistake] of field.mistakes.entries()) {
    const earlier = field.mistakes.slice(0, k).map(({ id, expression }) => ({ name: `mistake ${id}`, expression }))
    for (const other of [...right, ...earlier]) {
      const { verdict } = compare(other.expression, mistake.expression)
      if (verdict === 'different') continue
      const how = verdict === 'equal' ? 'is the same as' : 'cannot be told apart from'
      const { line, column } = mistake
      problems.push({ line, column, message: `${field.name}: mistake ${mistake.id} ${how} ${other.name}.` })
    }
  }
  return problems
}
