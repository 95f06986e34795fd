import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { makePool } from '../../grader/audit/make-pool.ts'
import { startExecutors } from '../../grader/backends/ladder.ts'
import { operations } from '../../grader/operations/library.ts'
import { parseQuestion } from '../../grader/question/parse-question.ts'
import { renderPaper } from '../../lib/questions/render/paper.ts'
import { paperValues } from '../../lib/worker/paper-values.ts'
import { rightAnswers } from './answer-sheet.ts'
import { choose } from './choose.ts'
import { questionSheets } from './question-sheets.ts'
import { shownOf } from './shown.ts'

it('finds its options and lines on the rendered paper, and they are the right ones', async () => {
  const executors = await startExecutors({ REFEREE_BACKEND: 'cpu' })
  let found = 0
  for (const { slug } of questionSheets) {
    const source = readFileSync(join(import.meta.dirname, `../../questions/bank/${slug}.md`), 'utf8')
    const parsed = parseQuestion(source, slug, operations)
    if (!parsed.ok) throw new Error(`${slug} cannot be read.`)
    const definition = parsed.question
    const { accepted } = await makePool(definition, { count: 1, seedPrefix: 'shown', executors })
    const { variant, key } = accepted[0]!
    const values = await paperValues(definition, variant, key, executors.float64)
    const { paper } = renderPaper({ definition, variant, key, values })
    const answers = rightAnswers(slug, variant.params)
    for (const field of paper.fields) {
      if (field.kind !== 'choice' && field.kind !== 'order') continue
      const meant = choose(answers[field.name]!, shownOf(field))
      const ids = meant.kind === 'choice' ? meant.chosen.toSorted() : meant.kind === 'order' ? meant.lines : []
      const right = key.solutions[field.name]
      expect(ids).toEqual(field.kind === 'choice' ? right?.toSorted() : right)
      found++
    }
  }
  expect(found).toBe(7)
}, 60_000)
