import { describe, expect, it } from 'vitest'
import { shortcutsFor } from './shortcuts.ts'

describe('shortcuts of the math editor', () => {
  const defaults = { in: '\\in', alpha: '\\alpha', xx: '\\times', max: '\\max' }

  it('drops those that break names apart', () => {
    const kept = shortcutsFor(defaults, [], [])
    expect(kept).not.toHaveProperty('in')
    expect(kept).not.toHaveProperty('xx')
    expect(kept).toMatchObject({ alpha: '\\alpha', max: '\\max' })
  })

  it('adds the words of the question, and its functions upright', () => {
    const symbols = [
      { name: 'sigma', latex: '\\sigma', aliases: ['sd'], shape: [] },
      { name: 'W_o', latex: 'W_o', aliases: [], shape: [3, 3] },
    ]
    const own = shortcutsFor(defaults, symbols, ['softmax', 'mean', 'Phi'])
    expect(own).toMatchObject({ softmax: '\\operatorname{softmax}', sigma: '\\sigma', sd: '\\sigma', odot: '\\odot' })
    expect(own).not.toHaveProperty('W_o')
    expect(own).toMatchObject({ mean: '\\operatorname{mean}', Phi: '\\Phi' })
  })

  it('keeps what the editor sets well, and sets accents typed as words', () => {
    const symbols = [{ name: 'hat(y)', latex: '\\hat{y}', aliases: [], shape: [] }]
    const own = shortcutsFor({ ...defaults, sqrt: { after: 'x', value: '\\sqrt' } }, symbols, ['max', 'sqrt', 'relu'])
    expect(own).toMatchObject({
      max: '\\max',
      sqrt: '\\operatorname{sqrt}',
      relu: '\\operatorname{relu}',
      yhat: '\\hat{y}',
    })
  })
})
