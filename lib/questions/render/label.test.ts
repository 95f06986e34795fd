import { expect, it } from 'vitest'
import { publicField } from './fields.ts'
import { shownLabel } from './label.ts'

it('a label of words alone has nothing to set', () => {
  expect(shownLabel({ label: 'Output gate' })).toEqual({ label: 'Output gate' })
})

it('a student gets the words and the set label of a field, not how it was written', () => {
  const field = {
    ...{ kind: 'upload' as const, name: 'm', points: 1, after: [], line: 1, column: 1, rubric: [], solution: null },
    ...{ label: 'm hat', labelMarkdown: '$\\hat m$' },
  }
  const variant = { slug: 'q', version: 'v', seed: 's', params: {}, arrangement: {} }
  const shown = publicField(field, variant, {}, () => [])
  expect(Object.keys(shown).toSorted()).toEqual(['kind', 'label', 'labelNodes', 'name', 'points'])
})

it('formulas, emphasis and code of a label are set; everything else in it is text', () => {
  const markdown = 'the *new* $\\hat m$ `f_t` <b onclick="x">[a](javascript:b)'
  const { label, labelNodes = [] } = shownLabel({ label: 'in words', labelMarkdown: markdown })
  expect(label).toBe('in words')
  expect(labelNodes).toEqual([
    'the ',
    { tag: 'em', children: ['new'] },
    ' ',
    { html: expect.stringContaining('class="katex"') },
    ' ',
    { tag: 'code', children: ['f_t'] },
    ' <b onclick="x">[a](javascript:b)',
  ])
  expect(JSON.stringify(labelNodes)).not.toContain('annotation')
})

it('a formula of a label runs nothing and leads nowhere', () => {
  const { labelNodes } = shownLabel({
    label: 'x',
    labelMarkdown: '$\\href{javascript:alert(1)}{x} \\htmlClass{a}{y}$ $<img src=x onerror=alert(1)>$',
  })
  expect(JSON.stringify(labelNodes)).not.toMatch(/href=|<img|class=\\"a\\"/)
})
