/**
 * What a formula may cost at most. Checked before and while it is read, so that nothing hostile gets as far as
 * evaluation.
 */
export const limits = { characters: 4000, nodes: 600, depth: 80, digits: 40 } as const
