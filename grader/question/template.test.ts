import fc from 'fast-check'
import { expect, it } from 'vitest'
import { placementsIn } from './placement.ts'
import { fillTemplates, templatesIn } from './template.ts'

it('finds templates, also with braces in their names', () => {
  expect(templatesIn('a {{x}} $b_{{{s_{t-1}}}}$').map(({ source }) => source)).toEqual(['x', 's_{t-1}'])
  expect(fillTemplates('\\frac{{{x}}}{2}', () => '7')).toBe('\\frac{7}{2}')
})

it('tells one that is not closed', () => {
  expect(templatesIn('a {{x} b').map(({ closed }) => closed)).toEqual([false])
  expect(templatesIn('{{a {{b}}').map(({ closed, source }) => [closed, source])).toEqual([
    [false, ''],
    [true, 'b'],
  ])
})

it('fills them in order and leaves the rest alone', () => {
  expect(fillTemplates('a {{x}} b {{y + 1}} c', ({ source }, k) => `<${k}:${source}>`)).toBe('a <0:x> b <1:y + 1> c')
  fc.assert(
    fc.property(fc.string(), (text) => fillTemplates(text, (t) => text.slice(t.start, t.end)) === text),
    { seed: 5 },
  )
})

it('finds fields and figures outside code', () => {
  const markdown =
    'A :answer[o] and `:answer[code]`, ``x ` :answer[more]``.\n\n```\n:answer[fenced]\n```\n:figure[map] \\:answer[no]'
  expect(placementsIn(markdown).map(({ kind, name }) => `${kind} ${name}`)).toEqual(['answer o', 'figure map'])
})

it('takes a lone backtick for what it is', () => {
  expect(placementsIn('a ` b :answer[o]')).toHaveLength(1)
  expect(placementsIn('~~~\n:answer[o]')).toHaveLength(0)
})
