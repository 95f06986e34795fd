import { generatorForms } from '../generator.ts'

/** How parameters are drawn, for editors. */
export interface GeneratorEntry {
  name: string
  form: string
  says: string
  example: string
}

const said: Record<keyof typeof generatorForms, { says: string; example: string }> = {
  integer: { says: 'One whole number from low to high.', example: 'integer(2, 4)' },
  integers: {
    says: 'Whole numbers; sizes and limits may use whole numbers drawn before.',
    example: 'integers([n], -3, 3)',
  },
  decimal: { says: 'One number with so many decimal places.', example: 'decimal(0.1, 0.9, 1)' },
  decimals: { says: 'Numbers with so many decimal places.', example: 'decimals([2, 3], -2, 2, 1)' },
  pick: { says: 'One of these values: numbers, vectors or matrices.', example: 'pick(2, 3, 5)' },
  distinct: { says: 'Whole numbers, none of them twice: no ties.', example: 'distinct([4, 4], -9, 9)' },
  bits: { says: '0 and 1, each 1 with this probability; at least one of each.', example: 'bits([5], 0.7)' },
}

export const generatorManual: readonly GeneratorEntry[] = Object.entries(said).map(([name, { says, example }]) => {
  return { name, form: generatorForms[name as keyof typeof generatorForms], says, example }
})
