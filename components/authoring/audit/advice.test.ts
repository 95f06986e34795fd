import { describe, expect, it } from 'vitest'
import { adviceFor, seldomKept, wideBands } from './advice.ts'

const part = (rejections: { reason: string; count: number }[]) => ({
  fields: ['y'],
  draws: 50,
  accepted: 0,
  mostTries: 50,
  rejections: rejections.map((rejection) => ({ ...rejection, detail: '' })),
})

describe('advice for a question that is not fair', () => {
  it('is what helps against the commonest reason first, each once', () => {
    const components = [
      part([
        { reason: 'near-each-other', count: 3 },
        { reason: 'near-truth', count: 9 },
      ]),
      part([{ reason: 'near-truth', count: 1 }]),
    ]
    expect(adviceFor({ count: 6, accepted: 0, components })).toEqual(['authoring.adviceNear', 'authoring.advicePair'])
  })

  it('is none where every variant was accepted, however often was drawn again', () => {
    expect(adviceFor({ count: 6, accepted: 6, components: [part([{ reason: 'near-truth', count: 9 }])] })).toEqual([])
  })

  it('says where far more is right than the decimals asked for let one think', () => {
    const value = { shape: [], data: [84.1] }
    const field = (label: string, decimals: number | null, bands: number[]) => ({
      name: label,
      label,
      decimals,
      value,
      bands,
    })
    const fields = [field('v', 4, [0.1, 0.25]), field('o', 3, [0.004]), field('n', null, [0]), field('w', 2, [])]
    expect(wideBands(fields)).toEqual([{ label: 'v', decimals: 4, band: 0.25 }])
  })

  it('says what is drawn again so often that students hardly get it, unless the author wanted it so', () => {
    const near = { reason: 'near-truth', detail: 'the mistake a is right', count: 3 }
    const where = (count: number) => ({ reason: 'constraint', detail: 'x > 1', count })
    const kept = (accepted: number, draws: number, rejections = [near]) => {
      return { fields: ['y', 'z'], draws, accepted, mostTries: 3, rejections }
    }
    const components = [
      kept(4, 8),
      kept(4, 5),
      kept(0, 50),
      kept(4, 20, [where(16)]),
      kept(4, 9, [where(4), { ...near, count: 1 }]),
      // one draw can fail several conditions
      kept(3, 4, [where(5), { ...near, count: 1 }]),
    ]
    expect(seldomKept({ components })).toEqual([{ fields: 'y, z', share: 50, detail: 'the mistake a is right' }])
  })
})
