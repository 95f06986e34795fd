import { describe, expect, it } from 'vitest'
import { messagesIn } from '../../messages/catalogue.ts'
import { options, presets, shownInAddress, shownInWords } from './shown.ts'

const t = messagesIn('en')

describe('what is shown', () => {
  it('is said in words and in an address', () => {
    expect(shownInWords(presets.points, t)).toBe('What people decided, Points')
    expect(shownInAddress(presets.points)).toBe('reviewed,points')
    expect(shownInWords(null, t)).toBe('nothing')
  })

  it('is everything, what was computed, or points', () => {
    expect(Object.values(presets.everything)).toEqual(options.map(() => true))
    expect(presets.computed).toMatchObject({ reviewed: false, comments: false, statistics: false, solutions: true })
  })
})
