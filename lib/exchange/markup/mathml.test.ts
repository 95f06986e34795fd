import katex from 'katex'
import { describe, expect, it } from 'vitest'
import { mathmlToLatex } from './mathml.ts'
import { readXml } from './read-xml.ts'

const latex = (inside: string) => mathmlToLatex(readXml(`<math>${inside}</math>`))

describe('MathML', () => {
  it.each([
    ['<mi>x</mi><mo>≤</mo><mn>3</mn>', 'x\\le 3'],
    ['<mfrac><mi>a</mi><msqrt><mi>b</mi><mo>+</mo><mn>1</mn></msqrt></mfrac>', '\\frac{a}{\\sqrt{b+1}}'],
    ['<mover><mi>x</mi><mo>^</mo></mover>', '\\hat{x}'],
    ['<mover><mi>x</mi><mo>¯</mo></mover>', '\\overline{x}'],
    ['<mover><mi>v</mi><mo>→</mo></mover>', '\\vec{v}'],
    ['<mover><mo>=</mo><mi>d</mi></mover>', '\\overset{d}{=}'],
    ['<munderover><mo>∑</mo><mrow><mi>i</mi><mo>=</mo><mn>1</mn></mrow><mi>n</mi></munderover>', '{\\sum }_{i=1}^{n}'],
    ['<msup><mi>f</mi><mo>′</mo></msup>', '{f}^{\\prime }'],
    ['<mfenced open="[" close="]"><mi>a</mi><mi>b</mi></mfenced>', '\\left[a, b\\right]'],
    ['<mfenced open="{" close=""><mi>a</mi></mfenced>', '\\left\\{a\\right.'],
    ['<mi>x</mi><mphantom><mi>y</mi></mphantom>', 'x\\phantom{y}'],
    ['<semantics><mi>a</mi><annotation encoding="application/x-tex">\\alpha</annotation></semantics>', '\\alpha'],
    ['<semantics><mi>a</mi><annotation encoding="SnuggleTeX">\\[ \\sin{x} \\]</annotation></semantics>', '\\sin{x}'],
  ])('is LaTeX: %s', (mathml, tex) => {
    expect(latex(mathml)).toBe(tex)
    expect(() => katex.renderToString(tex, { throwOnError: true })).not.toThrow()
  })

  it('is read once, however deep it is, and not at all beyond that', () => {
    const nested = (depth: number) => latex(`${'<mrow>'.repeat(depth)}<mi>x</mi>${'</mrow>'.repeat(depth)}`)
    expect(nested(28)).toBe('x')
    expect(nested(40)).toBeNull()
    expect(latex('<mystery/>')).toBeNull()
  })
})
