import type { SlipRule } from './slip.ts'

/** Two vectors joined in the other order. */
export const slipsOfJoins: SlipRule = (node, typeOf) => {
  if (node.kind !== 'bracket' || node.rows.length !== 2 || node.rows.some((row) => row.length !== 1)) return []
  const isVector = node.rows.every(([entry]) => entry && typeOf(entry)?.shape.length === 1)
  if (!isVector) return []
  return [
    {
      kind: 'order',
      node: { ...node, rows: [...node.rows].reverse() },
      says: 'joined the vectors in the other order.',
    },
  ]
}
