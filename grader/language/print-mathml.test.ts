import { describe, expect, it } from 'vitest'
import { parseText } from './parse-text.ts'
import { type MathNode, printMathml } from './print-mathml.ts'

function markup(node: MathNode): string {
  return `<${node.tag}>${'text' in node ? node.text : node.children.map(markup).join('')}</${node.tag}>`
}

describe('printMathml', () => {
  it.each([
    ['a/2', '<math><mfrac><mi>a</mi><mn>2</mn></mfrac></math>'],
    ['W_o s', '<math><mrow><msub><mi>W</mi><mi>o</mi></msub><mi>s</mi></mrow></math>'],
    ["H'^2", '<math><msup><msup><mi>H</mi><mo>′</mo></msup><mn>2</mn></msup></math>'],
    ['√x', '<math><msqrt><mi>x</mi></msqrt></math>'],
    ['σ(x)', '<math><mrow><mi>σ</mi><mrow><mo>(</mo><mrow><mi>x</mi></mrow><mo>)</mo></mrow></mrow></math>'],
    [
      '[h; c]',
      '<math><mrow><mo>[</mo><mrow><mi>h</mi></mrow><mo>;</mo><mrow><mi>c</mi></mrow><mo>]</mo></mrow></math>',
    ],
  ])('sets %s', (source, expected) => {
    const read = parseText(source)
    expect(read.ok && markup(printMathml(read.value))).toBe(expected)
  })
})
