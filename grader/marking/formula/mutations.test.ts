import { expect, it } from 'vitest'
import { parseFormula } from '../../language/parse-formula.ts'
import { printMathml } from '../../language/print-mathml.ts'
import { Comparer } from './comparer.ts'
import { mutationSymbols, mutations } from './testing/mutations.ts'

it('2,000 damaged formulas are read, judged or refused with a sentence; none is thrown at', () => {
  const symbols = mutationSymbols
  const reference = parseFormula('x^2 + y', 'text', { symbols })
  if (!reference.ok) throw new Error(reference.problem.message)
  const comparer = new Comparer([reference.value], symbols)
  let read = 0
  for (const { source, notation } of mutations(2000, 'unit')) {
    const outcome = parseFormula(source, notation, { symbols })
    if (!outcome.ok) {
      expect(outcome.problem.message, source).toMatch(/[.?]$/)
      const { start, end } = outcome.problem.span
      expect(start >= 0 && end >= start && end <= source.length + 1, source).toBe(true)
      continue
    }
    read += 1
    printMathml(outcome.value)
    const { verdict } = comparer.compare(0, comparer.open(outcome.value))
    expect(['equal', 'different', 'undecided'], source).toContain(verdict)
  }
  expect(read).toBeGreaterThan(150)
})
