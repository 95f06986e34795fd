import { describe, expect, it } from 'vitest'
import { gru } from '../marking/testing/questions.ts'
import { drawVariant } from '../question/draw-variant.ts'
import { assessGiven, assessVariants } from './assess.ts'
import { executorsWith } from './testing/executors.ts'

// bands so wide that most draws cannot tell some mistake from the truth
const coarse = { ...gru, leniency: 40 }
const variants = ['1', '2', '3', '4', '5', '6'].map((seed) => drawVariant(gru, seed))

describe('variants that students have already', () => {
  it('get a key whatever the audit finds, the same as an accepted one gets', async () => {
    const executors = executorsWith()
    const audited = await assessVariants(coarse, variants, executors)
    const given = await assessGiven(coarse, variants, executors)
    expect(audited.some(({ key }) => key === null)).toBe(true)
    for (const [k, { key, rejections }] of given.entries()) {
      expect(Object.keys(key?.bands ?? {})).toEqual(['o', 'i', 'c', 's_next'])
      expect(key?.deviation.s_next).toBeGreaterThanOrEqual(0)
      expect(rejections).toEqual(expect.arrayContaining(audited[k]?.rejections ?? []))
      if (audited[k]?.key) expect(key).toEqual(audited[k].key)
    }
  })

  it('get none where the reference does not fit them', async () => {
    const [variant] = variants
    const params = { ...variant?.params, s: { shape: [2], data: [0.1, 0.2] } }
    const [assessment] = await assessGiven(gru, [{ ...variant!, params }], executorsWith())
    expect(assessment).toMatchObject({ key: null, rejections: [{ reason: 'shapes' }] })
  })
})
