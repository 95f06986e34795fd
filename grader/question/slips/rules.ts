import { slipsOfCounts } from './counts.ts'
import { slipsOfFactors } from './factors.ts'
import { slipsOfFunctions } from './functions.ts'
import { slipsOfJoins } from './joins.ts'
import { slipsOfLayers } from './layers.ts'
import { slipsOfPowers } from './powers.ts'
import { slipsOfProducts } from './products.ts'
import type { SlipRule } from './slip.ts'
import { slipsOfSums } from './sums.ts'

/** Everything that is known to go wrong at one node. A new kind of slip is a file of its own and a line here. */
export const slipRules: readonly SlipRule[] = [
  slipsOfSums,
  slipsOfFactors,
  slipsOfProducts,
  slipsOfPowers,
  slipsOfFunctions,
  slipsOfLayers,
  slipsOfJoins,
  slipsOfCounts,
]
