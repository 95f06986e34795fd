import { describe, expect, it } from 'vitest'
import { normaliseText, stem } from './normalise.ts'

const line = (markdown: string) => normaliseText(markdown).line

describe('a text as it is compared', () => {
  it.each([
    ['The **weights** are `shared`!', 'weights shared'],
    ['- the Weights are shared.', 'weight, Shared'],
    ['3 x 3 layers', '3×3 layer'],
    ['the ﬁlter', 'the filters'],
    ['It’s the gradient', 'gradients'],
    ['see [this](https://example.edu)', 'see this'],
    ['$\\left( x^{2} \\right)$', '$(x^2)$'],
    ['\\(W \\cdot x\\)', '$W \\times x$'],
  ])('%s says the same as %s', (one, other) => expect(line(one)).toBe(line(other)))

  it.each([
    ['the gradient vanishes', 'the gradient does not vanish'],
    ['with padding', 'without padding'],
    ['$x^2$', '$x^3$'],
    ['dropout', 'drop'],
  ])('%s does not say the same as %s', (one, other) => expect(line(one)).not.toBe(line(other)))

  it('keeps money apart from formulas, and is bounded', () => {
    expect(line('it costs $5 and\nthen $6')).toContain('5')
    expect(normaliseText('word '.repeat(100_000)).words.length).toBeLessThan(5_000)
    // time of this process, whatever else the machine does
    const before = process.cpuUsage()
    normaliseText('$'.repeat(20_000) + '\\('.repeat(20_000))
    normaliseText('['.repeat(20_000))
    const { user, system } = process.cpuUsage(before)
    expect((user + system) / 1000).toBeLessThan(2_000)
  })

  it('takes off the commonest endings and leaves short words', () => {
    expect(['layers', 'vanishing', 'classes', 'boundaries', 'is', 'loss'].map(stem)).toEqual([
      'layer',
      'vanish',
      'class',
      'boundary',
      'is',
      'loss',
    ])
  })
})
