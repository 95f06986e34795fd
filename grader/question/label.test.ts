import { describe, expect, it } from 'vitest'
import { readLabel } from './label.ts'
import { parsed, problemsOf, questionWith } from './testing/read-sample.ts'

const withLabel = (label: string) =>
  questionWith(
    'parameters:\n  x: integer(1, 9)\nreference:\n  y: x',
    undefined,
    `y:\n    points: 1\n    label: ${label}`,
  )

describe('a label', () => {
  it('of plain words is those words', () => {
    for (const label of ['Output gate', '1. Output', '# of rows', '- x', '[see](http://a.example)', 'a <b>', 'Q & A']) {
      expect(readLabel(label)).toEqual({ label, problems: [] })
    }
  })

  it.each([
    ['$\\hat m$ after the step', 'm hat after the step'],
    ['The *new* **gate** `f_t`', 'The new gate f_t'],
    ['*All of $W_{ih}$*', 'All of W_ih'],
    ['costs 5 \\$', 'costs 5 $'],
    ['a\n  b', 'a b'],
    ['a\n\nb $x$', 'a b x'],
  ])('%j is said as %j, and kept as it was written', (written, label) => {
    expect(readLabel(written)).toEqual({ label, labelMarkdown: written, problems: [] })
  })

  it.each([
    ['# of $x$', '# of x'],
    ['1. $x$', '1. x'],
    ['> $x$', '> x'],
    ['    $x$ rows', 'x rows'],
    ['~~~ $x$', '~~~ x'],
    ['[$x$]: a', '[x]: a'],
    ['of $x$\n---', 'of x ---'],
    ['* * *', '* * *'],
    ['$$\nx\n$$', 'x'],
    ['<div>$x$', '<div>x'],
  ])('%j is a line of text, whatever it begins with', (written, label) => {
    expect(readLabel(written)).toMatchObject({ label, problems: [] })
  })

  it('is plain in a question, with what was written beside it', () => {
    const [field] = parsed(withLabel("'$\\hat m$ after the step'")).answers
    expect(field).toMatchObject({ label: 'm hat after the step', labelMarkdown: '$\\hat m$ after the step' })
    expect(parsed(withLabel('The sum')).answers[0]).not.toHaveProperty('labelMarkdown')
  })

  it('with a formula that cannot be set is a problem at that formula', () => {
    expect(problemsOf(withLabel("'the $\\frac{1$ of x'"))).toEqual([
      expect.stringMatching(/^10:17 The formula of this label cannot be set: Unexpected end of input/),
    ])
    expect(problemsOf(withLabel("'$x$ and $\\nosuch$'"))).toEqual([
      '10:21 The formula of this label cannot be set: Undefined control sequence: \\nosuch.',
    ])
    expect(problemsOf(withLabel(`$${'x'.repeat(201)}$`))).toEqual([expect.stringContaining('more than 200 characters')])
  })

  it('with one dollar sign is a problem at that sign', () => {
    expect(problemsOf(withLabel("'the $x'"))).toEqual([
      '10:17 This “$” has no second one; a dollar sign is written \\$.',
    ])
    expect(problemsOf(withLabel("'`$`'"))).toEqual([])
  })

  it('has an end, and something in it', () => {
    expect(problemsOf(withLabel(`"${'*'.repeat(401)}"`))).toEqual([expect.stringContaining('at most 400 characters')])
    expect(problemsOf(withLabel("'$\\,$'"))).toEqual([expect.stringContaining('must not be empty')])
  })
})
