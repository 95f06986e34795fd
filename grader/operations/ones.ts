import { filled } from './filled.ts'

export const ones = filled('ones', 1, 'A tensor of the given sizes, all 1.', 'ones(2, 3)')
