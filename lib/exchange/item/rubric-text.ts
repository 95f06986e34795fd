import type { ItemText, ItemUpload } from './item.ts'

/** Rubric and solution as one text for those who score: a line an item, `- 2 points: …`, then the solution. */
export function rubricText({ rubric, solution }: Pick<ItemText | ItemUpload, 'rubric' | 'solution'>): string {
  const lines = rubric.map(
    ({ points, says }) => `- ${points} ${points === 1 ? 'point' : 'points'}: ${says.replaceAll(/\s+/g, ' ').trim()}`,
  )
  return [lines.join('\n'), solution?.trim() ?? ''].filter((part) => part !== '').join('\n\n')
}
