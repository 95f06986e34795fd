import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { componentsOf } from '../question/components.ts'
import { generatorForms } from '../question/generator.ts'
import { parseExam } from '../question/parse-exam.ts'
import { mostOfQuestion, mostOfStep } from '../question/slips/make-slips.ts'
import { slipKinds } from '../question/slips/slip.ts'
import { parsed } from '../question/testing/read-sample.ts'
import { auditQuestion } from './audit-question.ts'
import { executorsWith } from './testing/executors.ts'

const guide = readFileSync(join(import.meta.dirname, '../../questions/README.md'), 'utf8')
const snippets = [...guide.matchAll(/^```(\w+) (\w+)\n([\s\S]*?)^```$/gm)].map(([, , kind = '', text = '']) => ({
  kind,
  text,
}))
const of = (kind: string) => snippets.flatMap((snippet) => (snippet.kind === kind ? [snippet.text] : []))
const indented = (text: string) => text.replace(/^(?=.)/gm, '  ')

/** A question around a snippet: the parameters of the guide, steps to be asked, and every field and figure placed. */
function questionAround(answers: string, figures = ''): string {
  const names = (text: string) => [...text.matchAll(/^(\w+):/gm)].map(([, name]) => name)
  const placed = [
    ...names(answers).map((name) => `:answer[${name}]`),
    ...names(figures).map((name) => `:figure[${name}]`),
  ]
  const reference = 'reference:\n  y: A side\n  top: max(y[1], y[2])\n  size: [n, 2 n]\n'
  const drawn = `parameters:\n${indented(of('parameters').join(''))}`
  return `---\ntitle: Around\n${drawn}${reference}answers:\n${indented(answers)}${figures ? `figures:\n${indented(figures)}` : ''}---\n${placed.join(' ')}\n`
}

async function expectSound(source: string) {
  const { report } = await auditQuestion(parsed(source), { count: 4, seedPrefix: 'guide', executors: executorsWith() })
  expect(report).toMatchObject({ accepted: 4, failures: [], formulas: [] })
  expect(report.examination?.checks.flatMap(({ problems }) => problems)).toEqual([])
}

describe('every snippet of the guide for authors works', () => {
  it('is found: no fence is left out', () => {
    expect(guide.match(/^```\w/gm)).toHaveLength(snippets.length)
    expect(snippets.map(({ kind }) => kind)).toEqual([
      'question',
      'slips',
      'parameters',
      'answers',
      'answers',
      'answers',
      'answers',
      'answers',
      'figures',
      'question',
      'exam',
      'quiz',
    ])
  })

  it.each(of('question').map((source, k) => [k + 1, source] as const))(
    'whole questions, number %i',
    async (_, source) => {
      await expectSound(source)
      expect(componentsOf(parsed(source))).toHaveLength(1)
    },
  )

  it.each([...of('slips'), 'slips: auto\n'])('%s', async (slips) => {
    const source = of('question')[0]?.replace('answers:', `${slips}answers:`) ?? ''
    expect(parsed(source).alternatives.filter(({ automatic }) => automatic).length).toBeGreaterThan(1)
    await expectSound(source)
  })

  it('tells every kind of slip, and how many are kept', () => {
    for (const kind of slipKinds) expect(guide).toContain(`\`${kind}\``)
    expect(guide).toContain(`at most ${mostOfStep} a step and ${mostOfQuestion} a\nquestion are kept`)
  })

  it('shows every generator', () => {
    for (const name of Object.keys(generatorForms)) expect(of('parameters').join()).toContain(`${name}(`)
  })

  it.each(of('answers').map((text, k) => [k + 1, text] as const))('answers, part %i', async (_, text) => {
    await expectSound(questionAround(text))
  })

  it('figures', async () => {
    await expectSound(questionAround('y: { points: 1 }\n', of('figures').join('')))
  })

  it('the exam', () => {
    expect(parseExam(of('exam').join(''), 'midterm')).toMatchObject({
      ok: true,
      exam: { minutes: 90, release: 'by-staff' },
    })
    expect(parseExam(of('quiz').join(''), 'practice')).toMatchObject({
      ok: true,
      exam: { attempts: null, checks: 3, sections: [{ pick: 1 }, { shuffle: true }] },
    })
  })
})
