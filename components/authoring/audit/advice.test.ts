import { describe, expect, it } from 'vitest'
import { adviceFor } from './advice.ts'

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
})
