import type { Expression } from '../language/ast.ts'
import { compile } from '../language/compile.ts'
import type { CompileInput } from '../language/plan.ts'
import { type OperationLibrary, type OperationSignature, type TensorType, TypeProblem } from '../language/types.ts'
import type { AnswerField, FormulaSymbol, Place } from './definition.ts'
import type { Reader } from './reader.ts'

type FormulaField = Extract<AnswerField, { kind: 'formula' }>

/** Compiles a formula field's formulas for sizes that all differ, so that names and shapes are sound. */
export function checkFormula(reader: Reader, field: FormulaField, library: OperationLibrary): void {
  for (const symbol of field.symbols) {
    if (typeof symbol.function !== 'string' || library.has(symbol.function)) continue
    reader.problem(field, `${field.name}: there is no function “${symbol.function}” for the symbol ${symbol.name}.`)
  }
  const extended = withFunctions(field.symbols, library)
  const input = formulaInput(field.symbols)
  const type = checkOne(reader, field, 'equals', field.equals, input, extended)
  for (const { expression } of field.accept) checkOne(reader, field, 'accept', expression, input, extended)
  for (const mistake of field.mistakes) {
    checkOne(reader, mistake, `mistake ${mistake.id}`, mistake.expression, input, extended)
  }
  if (type?.shape.some((size) => size > 1000)) reader.problem(field, `${field.name}: the result is too large.`)
}

function checkOne(
  reader: Reader,
  place: Place,
  what: string,
  expression: Expression,
  input: Omit<CompileInput, 'steps'>,
  library: OperationLibrary,
): TensorType | null {
  // No symbol can have this name, so that a formula may have a symbol of any name.
  const result = compile({ ...input, steps: [{ name: '(formula)', expression }] }, library)
  if (result.ok) return result.plan.steps[0]?.type ?? null
  for (const { problem } of result.problems) {
    reader.problem(reader.offset(expression, problem.span) ?? place, `${what}: ${problem.message}`)
  }
  return null
}

/** Types for the symbols of a formula: letters of sizes stand for sizes that all differ. */
export function formulaInput(symbols: readonly FormulaSymbol[]): Omit<CompileInput, 'steps'> {
  const letters = [...new Set(symbols.flatMap(({ shape }) => shape.filter((size) => typeof size === 'string')))]
  const sizeOf = (size: number | string) => (typeof size === 'number' ? size : 3 + letters.indexOf(size))
  const parameters: Record<string, TensorType> = {}
  const statics: Record<string, number> = {}
  for (const symbol of symbols) {
    if (symbol.function !== undefined) continue
    parameters[symbol.name] = { shape: symbol.shape.map(sizeOf), integer: symbol.domain.integer }
    if (symbol.domain.integer && symbol.shape.length === 0) statics[symbol.name] = symbol.domain.low
  }
  return { parameters, statics }
}

/** The library with the declared functions, which act on every entry. */
export function withFunctions(symbols: readonly FormulaSymbol[], library: OperationLibrary): OperationLibrary {
  const extended = new Map<string, OperationSignature>(library)
  for (const { name, function: stands } of symbols) {
    if (stands === undefined) continue
    const known = stands === null ? undefined : library.get(stands)
    extended.set(name, {
      name,
      check(args, values) {
        if (known) return known.check(args, values)
        const [argument] = args
        if (!argument || args.length !== 1) throw new TypeProblem(`${name} takes one argument.`)
        return { shape: argument.shape, integer: false }
      },
    })
  }
  return extended
}
