import { describe, expect, it } from 'vitest'
import { canonicalName, joinName, splitName } from './names.ts'

describe('names', () => {
  it.each([
    ['W_{o}', 'W_o'],
    ['\\sigma', 'sigma'],
    ['σ_W', 'sigma_W'],
    ['s_{t-1}', 's_{t-1}'],
    ['s_{ t − 1 }', 's_{t-1}'],
    ["H^'", "H'"],
    ["H'_t", "H_t'"],
    ['hat(y_t)', 'hat(y)_t'],
    ['s_{\\text{next}}', 's_next'],
    ['\\mu_{\\alpha}', 'mu_alpha'],
    ['d_ff', 'd_ff'],
    ['bias', 'bias'],
  ])('%s is %s', (source, name) => {
    expect(canonicalName(source)).toBe(name)
    expect(canonicalName(name)).toBe(name)
  })

  it.each(['', '2x', 'x + y', 'f(x)', '_', 'x_{', 'hat(hat(y))', '\\operatorname{GELU}(x)'])(
    '%s is no name',
    (source) => {
      expect(canonicalName(source)).toBeNull()
    },
  )

  it('come apart and together', () => {
    const parts = splitName("tilde(s)_t'")
    expect(parts).toEqual({ accent: 'tilde', base: 's', subscripts: ['t'], primes: 1 })
    expect(parts && joinName(parts)).toBe("tilde(s)_t'")
  })
})
