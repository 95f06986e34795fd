import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { operations } from '../operations/library.ts'
import { parseQuestion } from '../question/parse-question.ts'
import { auditQuestion } from './audit-question.ts'
import { isSound } from './report.ts'
import { executorsWith } from './testing/executors.ts'

const folder = join(import.meta.dirname, '../../questions/templates')
const templates = readdirSync(folder).map((file) => [file.replace('.md', ''), readFileSync(join(folder, file), 'utf8')])

describe('the templates that a question can begin with', () => {
  it.each(templates)('%s is a question that is fair', async (name, source = '') => {
    const parsed = parseQuestion(source, name ?? '', operations)
    expect(parsed.ok ? [] : parsed.problems).toEqual([])
    if (!parsed.ok) return
    const executors = executorsWith()
    const { report } = await auditQuestion(parsed.question, { count: 6, seedPrefix: 'template', executors })
    expect(report.failures).toEqual([])
    expect(report.examination?.checks.filter(({ passed }) => !passed)).toEqual([])
    expect(isSound(report)).toBe(true)
  })

  it.each(templates)('%s says in its first line what it is and what it is for', (_, source) => {
    expect(source).toMatch(/^---\n# [A-Z][^\n.]+\. [A-Z][^\n]+\.\ntitle: /)
  })

  it('are named in the guide', () => {
    const guide = readFileSync(join(import.meta.dirname, '../../questions/README.md'), 'utf8')
    const [, list = ''] = /\(`templates\/`: ([^)]+)\)/.exec(guide) ?? []
    expect(list.split(/,\s+/).sort()).toEqual(templates.map(([name]) => name).sort())
  })

  it('are there for every kind of field', () => {
    const text = templates.map(([, source]) => source).join('\n')
    for (const kind of ['shape', 'formula', 'property', 'choice', 'order', 'text', 'upload', 'layers']) {
      expect(text).toContain(`kind: ${kind}`)
    }
  })
})
