import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { classOf } from '../../../grader/bench/planted/class.ts'
import { gradeBatch } from '../../../grader/marking/grade-submission.ts'
import { paperExecutors } from '../../../grader/marking/testing/desk.ts'
import { keyOf } from '../../../grader/marking/testing/key.ts'
import { drawVariant } from '../../../grader/question/draw-variant.ts'
import { parsed } from '../../../grader/question/testing/read-sample.ts'
import { sameFormulasOf } from '../../worker/groups/same-formulas.ts'
import type { GivenAnswer } from './answer.ts'
import { type AnswerGroup, makeGroups } from './make-groups.ts'

const students = 60

/** Every part of a question of the bank, answered by a class, really graded, in groups. */
async function groupsOf(slug: string): Promise<Map<string, { answers: GivenAnswer[]; groups: AnswerGroup[] }>> {
  const source = readFileSync(new URL(`../../../questions/bank/${slug}.md`, import.meta.url), 'utf8')
  const question = parsed(source, slug)
  const papers = ['a', 'b', 'c'].map((seed) => {
    const variant = drawVariant(question, seed)
    return { variant, key: keyOf(question, variant) }
  })
  const rows = classOf(question, papers, students)
  const graded = await gradeBatch(question, rows, paperExecutors())
  const parts = question.answers.map((field) => {
    const answers = graded.flatMap(({ grading }, k): GivenAnswer[] => {
      const { variant, key, answers: given } = rows[k] as (typeof rows)[number]
      const found = grading.fields.find((one) => one.field === field.name)
      if (!found) return []
      return [
        {
          submissionId: `s${String(k).padStart(3, '0')}`,
          answer: given[field.name] ?? null,
          pages: false,
          grading: found,
          divergence: grading.divergence ?? null,
          variant: {
            seed: variant.seed,
            step: 'step' in field ? field.step : null,
            bands: key.bands[field.name] ?? [],
            steps: key.expected,
            params: variant.params,
            arrangement: variant.arrangement[field.name] ?? [],
          },
        },
      ]
    })
    const same = field.kind === 'formula' ? sameFormulasOf(field) : () => []
    return [field.name, { answers, groups: makeGroups(answers, same) }] as const
  })
  return new Map(parts)
}

describe('classes that sat questions of the bank', () => {
  it.each(['08-lstm-step', '03-convolution', '01-short-answers', '09-bias-variance'])('%s', async (slug) => {
    for (const [field, { answers, groups }] of await groupsOf(slug)) {
      const placed = groups.flatMap(({ members }) => members.map(({ submissionId }) => submissionId))
      expect(placed.sort(), field).toEqual(answers.map(({ submissionId }) => submissionId))
      const groupOf = new Map(groups.flatMap((group) => group.members.map((one) => [one.submissionId, group])))
      for (const { submissionId, grading } of answers) {
        const title = groupOf.get(submissionId)?.title
        // who made a mistake that has a name is with all others who made it, and with nobody else
        if (grading.named) expect(title?.says, field).toContain(grading.named.says)
        else expect(['mistake', 'convention'], field).not.toContain(title?.kind)
        if (grading.verdict === 'right' && grading.kind !== 'choice' && grading.kind !== 'order')
          expect(title?.kind, field).toBe('right')
      }
      const keys = groups.map(({ key }) => key)
      expect(new Set(keys).size, field).toBe(keys.length)
      expect(groups.length, field).toBeLessThan(answers.length / 2)
    }
  })
})
