import { describe, expect, it } from 'vitest'
import { parseText } from '../parse-text.ts'
import type { StepSource } from '../plan.ts'
import { printText } from '../print-text.ts'
import { outline } from '../testing/outline.ts'
import { linkGradients } from './link-gradients.ts'

const written = (steps: Record<string, string>): StepSource[] =>
  Object.entries(steps).map(([name, source]) => {
    const read = parseText(source)
    if (!read.ok) throw new Error(read.problem.message)
    return { name, expression: read.value }
  })

const reference = written({
  z: 'W x + b',
  h: 'relu(z)',
  L: 'sum(h .* h)',
  dW: 'gradient(L, W)',
  dz: 'gradient(L, z)',
  dh: 'gradient(L, h)',
  W_new: 'W - 0.1 gradient(L, W)',
})
const outlines = (steps: readonly StepSource[]) =>
  Object.fromEntries(steps.map(({ name, expression }) => [name, outline(expression)]))

describe('linkGradients', () => {
  it('adds the gradients that are asked for on the way, wherever they are written', () => {
    expect(outlines(linkGradients(reference, reference))).toMatchObject({
      dW: 'gradient(L, W, z, dz, h, dh)',
      dz: 'gradient(L, z, h, dh)',
      dh: 'gradient(L, h)',
      W_new: '(W - (0.1 gradient(L, W, z, dz, h, dh)))',
    })
  })

  it('does the same in the steps of an alternative, without going in a circle', () => {
    const steps = linkGradients(written({ dW: '-gradient(L, W)', dh: 'gradient(L, z)', dz: 'dh' }), reference)
    expect(outlines(steps)).toEqual({ dW: '(-gradient(L, W, z, dz, h, dh))', dh: 'gradient(L, z)', dz: 'dh' })
  })

  it('leaves gradients of other scalars and gradients that are more than that alone', () => {
    const steps = written({
      h: '2 w',
      L: 'h',
      M: '3 h',
      dh: '2 gradient(L, h)',
      eh: 'gradient(M, h)',
      dw: 'gradient(L, w)',
    })
    expect(outlines(linkGradients(steps, steps)).dw).toBe('gradient(L, w)')
  })

  it('is printed as it was written', () => {
    expect(linkGradients(reference, reference).map(({ expression }) => printText(expression))).toContain(
      'gradient(L, W)',
    )
  })
})
