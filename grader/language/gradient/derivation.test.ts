import { describe, expect, it } from 'vitest'
import { planOf } from '../../backends/plan-of.ts'
import { printText } from '../print-text.ts'
import { derivation } from './derivation.ts'

const shapes = { x: [3], W: [2, 3], V: [1, 2], b: [2], t: [2], k: [] }

function printed(steps: Record<string, string>, step: string): string | null {
  const expression = derivation(planOf(steps, shapes), step)
  return expression && printText(expression)
}

describe('derivation', () => {
  const forward = {
    z: 'W x + b',
    h: 'sigmoid(z)',
    L: 'sum((h - t).^2) / 2',
    dh: 'gradient(L, h)',
    dz: 'gradient(L, z, h, dh)',
  }

  it('writes a gradient with the steps it is computed from', () => {
    expect(printed(forward, 'dz')).toBe('dh .* h .* (1 - h)')
    expect(printed({ ...forward, dW: 'gradient(L, W, z, dz)' }, 'dW')).toBe('dz x.T')
    expect(printed({ ...forward, dx: 'gradient(L, x, z, dz)' }, 'dx')).toBe('W.T dz')
    expect(printed({ z: 'relu(W x)', L: 'sum(z .* t)', d: 'gradient(L, x)' }, 'd')).toBe('W.T cases(t if 0 < W x, 0)')
    expect(printed({ L: '-ln(k)', d: 'gradient(L, k)' }, 'd')).toBe('-1 / k')
  })

  it('gives up what no reader follows', () => {
    const long = Array.from({ length: 12 }, (_, i) => `sin(${i + 1} k)`).join(' * ')
    expect(printed({ L: long, d: 'gradient(L, k)' }, 'd')).toBe(null)
    expect(printed({ L: 'k + 1', d: 'gradient(L, k)' }, 'd')).toBe(null)
  })
})
