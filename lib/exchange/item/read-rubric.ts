import type { ItemRubric } from './item.ts'
import { wholeAnswer } from './question-file.ts'

const item = /^[-*] (?:\\?\[)?(\d+(?:\.\d+)?) (?:points?|pt)(?:\\?\])?:? (.*)$/

/** What those who score are told: lines such as `- 2 points: Names weight sharing` are the rubric, the rest is a solution. */
export function readRubric(graders: string, points: number): { rubric: ItemRubric[]; solution: string | null } {
  const lines = graders.split('\n')
  const rubric = lines.flatMap((line) => {
    const [, worth, says] = item.exec(line) ?? []
    return worth && says && Number(worth) >= 0.01 && Number(worth) <= 1000 ? [{ says, points: Number(worth) }] : []
  })
  const rest = lines
    .filter((line) => !item.test(line))
    .join('\n')
    .trim()
  return {
    rubric: rubric.length > 0 ? rubric : [{ says: wholeAnswer, points }],
    solution: rest || null,
  }
}
