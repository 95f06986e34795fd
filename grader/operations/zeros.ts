import { filled } from './filled.ts'

export const zeros = filled('zeros', 0, 'A tensor of the given sizes, all 0.', 'zeros(3)')
