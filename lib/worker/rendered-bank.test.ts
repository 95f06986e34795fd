import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { assessGiven } from '../../grader/audit/assess.ts'
import { executorsWith } from '../../grader/audit/testing/executors.ts'
import { float64Executor } from '../../grader/backends/float64.ts'
import { operations } from '../../grader/operations/library.ts'
import type { QuestionDefinition } from '../../grader/question/definition.ts'
import { drawVariant } from '../../grader/question/draw-variant.ts'
import { parseQuestion } from '../../grader/question/parse-question.ts'
import type { Variant, VariantKey } from '../../grader/question/variant.ts'
import { type RenderedQuestion, renderPaper } from '../questions/render/paper.ts'
import { paperValues } from './paper-values.ts'

const bank = join(import.meta.dirname, '../../questions/bank')
const slugs = readdirSync(bank).map((file) => file.replace(/\.md$/, ''))
const executor = float64Executor()

interface Rendered extends RenderedQuestion {
  definition: QuestionDefinition
  variant: Variant
  key: VariantKey
}

async function rendered(slug: string, seed: string): Promise<Rendered> {
  const parsed = parseQuestion(readFileSync(join(bank, `${slug}.md`), 'utf8'), slug, operations)
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems))
  const definition = parsed.question
  const variant = drawVariant(definition, seed)
  const [assessment] = await assessGiven(definition, [variant], executorsWith())
  const key = assessment?.key
  if (!key) throw new Error(JSON.stringify(assessment?.rejections))
  const values = await paperValues(definition, variant, key, executor)
  return { ...renderPaper({ definition, variant, key, values }), definition, variant, key }
}

describe.each(slugs)('the paper of %s', (slug) => {
  it('renders all of its math, its figures and a worked solution for every field', async () => {
    const { paper, solution, definition } = await rendered(slug, 'render')
    expect(JSON.stringify(paper)).not.toContain('math-source')
    expect(JSON.stringify(solution)).not.toContain('math-source')
    expect(paper.fields.map((field) => field.name)).toEqual(definition.answers.map((field) => field.name))
    for (const field of definition.answers) expect(solution[field.name]?.length, field.name).toBeGreaterThan(0)
  })

  it('holds nothing that tells what is right', async () => {
    const { paper, definition, variant, key } = await rendered(slug, 'secrets')
    // the functions one may type are the same list everywhere, and a mistake may be called like one of them
    const fields = paper.fields.map((field) => (field.kind === 'formula' ? { ...field, functions: [] } : field))
    const text = JSON.stringify({ ...paper, fields })
    for (const alternative of definition.alternatives) {
      expect(text).not.toContain(alternative.id)
      expect(text).not.toContain(JSON.stringify(alternative.says).slice(1, -1))
    }
    for (const field of definition.answers) {
      if (field.kind === 'choice') {
        for (const option of field.others) if (option.says) expect(text).not.toContain(option.says.slice(0, 30))
      }
      if (field.kind === 'property') {
        for (const { says, source } of [...field.holds, ...field.mistakes]) {
          expect(text).not.toContain(JSON.stringify(says).slice(1, -1))
          if (source.length > 6) expect(text).not.toContain(source)
        }
      }
      if (field.kind === 'text') for (const entry of field.rubric) expect(text).not.toContain(entry.says.slice(0, 30))
    }
    expect(text).not.toContain(variant.seed)
    const given = new Set(Object.values(variant.params).flatMap((value) => value.data))
    for (const [step, value] of Object.entries(key.expected)) {
      for (const x of value.data) {
        // a number of three decimals stands in a text by no accident; lengths of the layout end in em
        if (given.has(x) || Number.isInteger(x * 100)) continue
        expect(text, step).not.toMatch(new RegExp(`(?<![\\d.])${x.toFixed(3).replace('.', '\\.')}(?!\\d|em)`))
      }
    }
  })

  it('is the same bytes for the same seed', async () => {
    const first = await rendered(slug, 'again')
    const second = await rendered(slug, 'again')
    expect(JSON.stringify(second.paper)).toBe(JSON.stringify(first.paper))
  })
})
