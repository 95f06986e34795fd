/**
 * Which tests specify which file of the marking core. Mutation testing runs a mutant against these alone: a file is not
 * specified by a test that merely happens to pass through it.
 */
export const markingSpecifications: Readonly<Record<string, readonly string[]>> = {
  'axes.ts': ['axes.test.ts'],
  'chain.ts': ['chain.test.ts'],
  'chance.ts': ['chance.test.ts'],
  'cheap.ts': ['cheap.test.ts', 'cheap-answers.test.ts', 'uncertain-following.test.ts'],
  'combine.ts': ['combine.test.ts'],
  'compose.ts': ['what-is-tried.test.ts', 'compose.test.ts'],
  'distance.ts': ['distance.test.ts'],
  'evidence.ts': ['evidence.test.ts', 'naming.test.ts'],
  'fewest-slips.ts': ['fewest-slips.test.ts'],
  'follow-through.ts': ['follow-through.test.ts'],
  'judge-choice.ts': ['open-fields.test.ts', 'choices-and-orders.test.ts'],
  'judge-computed.ts': ['judge-computed.test.ts'],
  'judge-layers.ts': ['judge-layers.test.ts', 'lost-backend.test.ts'],
  'judge-order.ts': ['open-fields.test.ts', 'choices-and-orders.test.ts'],
  'judge-sheet.ts': ['uncertain-following.test.ts', 'evidence.test.ts'],
  'naming.ts': ['naming.test.ts'],
  'own-values.ts': ['own-values.test.ts', 'uncertain-following.test.ts'],
  'partial-credit.ts': ['partial-credit.test.ts', 'partial-cells.test.ts'],
  'reading.ts': ['reading.test.ts'],
  'rerun.ts': ['rerun.test.ts'],
  'wrong-message.ts': ['wrong-message.test.ts', 'wrong-sentences.test.ts'],
  'formula/rational.ts': ['formula/cases.test.ts', 'formula/compare-formulas.test.ts'],
  'formula/compare-sides.ts': ['formula/cases.test.ts', 'formula/compare-formulas.test.ts'],
}
