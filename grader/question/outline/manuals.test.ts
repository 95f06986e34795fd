import { describe, expect, it } from 'vitest'
import { parseText } from '../../language/parse-text.ts'
import { operations } from '../../operations/library.ts'
import { manual } from '../../operations/manual.ts'
import { drawParameter } from '../draw-parameter.ts'
import { readGenerator } from '../generator.ts'
import { randomFrom } from '../random.ts'
import { problemsOf } from '../testing/read-sample.ts'
import { generatorManual } from './generator-manual.ts'
import { kindManual, syntaxManual } from './syntax-manual.ts'

const indented = (lines: string) => lines.replaceAll('\n', '\n  ')

describe('what editors offer', () => {
  it.each(kindManual.map((entry) => [entry.kind, entry.example]))(
    'an example of a field of kind %s is one',
    (_, example) => {
      const name = example.slice(0, example.indexOf(':'))
      const reference = 'reference: { loss: 0.5, h: "[0.5, 1.5]", size: "[3, 4]", y: "[1.5, 2]" }'
      const file = `---\ntitle: T\n${reference}\nanswers:\n  ${indented(example)}\n---\n:answer[${name}]\n`
      expect(problemsOf(file)).toEqual([])
    },
  )

  it.each(generatorManual.map(({ example }) => example))('%s is drawn', (example) => {
    const read = parseText(example)
    expect(read.ok).toBe(true)
    if (read.ok) drawParameter(readGenerator(read.value), { n: 3 }, randomFrom('example'))
  })

  it('expressions among the signs can be read', () => {
    for (const { example, written } of syntaxManual) {
      if (/^[:{]/.test(written)) continue
      expect(parseText(example).ok, example).toBe(true)
    }
  })

  it('every operation is there once, with its words, how it is called and what it makes of which types', () => {
    const all = manual()
    expect(all.map(({ name }) => name).toSorted()).toEqual([...operations.keys()].toSorted())
    for (const { name, example, summary } of all) {
      expect(summary, name).toMatch(/\S/)
      expect(parseText(example).ok, `${name}: ${example}`).toBe(true)
    }
    const known = (name: string) => all.find((entry) => entry.name === name)
    expect(known('softmax')).toMatchObject({ signature: 'softmax(e)', types: ['m×n → m×n', 'n → n'], common: true })
    expect(known('matmul')).toMatchObject({ signature: 'W x', types: ['m×n, n×k → m×k', 'm×n, n → m'] })
    expect(known('conv2d')?.signature).toBe('conv2d(x, w, stride, padding, dilation, groups)')
    expect(known('argmax')).toMatchObject({ differentiable: false })
    expect(known('sigmoid')?.spellings).toContain('logistic')
  })
})
