import { stringify } from 'yaml'
import type { Rubric } from './rubric.ts'

/**
 * A rubric as a question file writes it, in the field's own points. A file knows items that add points and nothing else:
 * what takes away, and a start from all points, is left as a remark for its author.
 */
export function rubricYaml({ base, items }: Rubric, possible: number, ownPoints: number): string {
  const scale = possible > 0 ? ownPoints / possible : 1
  const own = items.map(({ says, amount, unit }) => ({
    says,
    points: Number((unit === 'share' ? amount * ownPoints : amount * scale).toFixed(4)),
  }))
  const adding = own.filter(({ points }) => points > 0)
  const remarks = [
    ...(base === 'full' ? ['points start from all there are, which a question file cannot say'] : []),
    ...own.filter(({ points }) => points <= 0).map(({ says, points }) => `${points} points: ${oneLine(says)}`),
  ]
  return stringify({ rubric: adding }, { lineWidth: 120 }) + remarks.map((remark) => `# ${remark}\n`).join('')
}

const oneLine = (text: string) => text.replace(/\s+/g, ' ').trim()
