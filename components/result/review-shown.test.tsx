import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { pickMessages } from '../messages/catalogue.ts'
import { MessagesProvider } from '../messages/provider.tsx'
import type { ShownReview } from './result.ts'
import { ReviewShown } from './review-shown.tsx'

const review: ShownReview = {
  points: 1.25,
  comment: [{ tag: 'p', children: ['Well seen.'] }],
  base: 'zero',
  items: [
    { nodes: [{ tag: 'p', children: ['Names it'] }], points: 1.5, ticked: true },
    { nodes: [{ tag: 'p', children: ['Sign lost'] }], points: -0.5, ticked: true },
    { nodes: [{ tag: 'p', children: ['Not this'] }], points: 1, ticked: false },
  ],
  adjustment: 0.25,
}
const drawn = (more: Partial<ShownReview> = {}) =>
  renderToStaticMarkup(
    <MessagesProvider locale="en" messages={pickMessages('en', ['verdict'])}>
      <ReviewShown review={{ ...review, ...more }} />
    </MessagesProvider>,
  ).replace(/<[^>]*>/g, ' ')

describe('a review as its student reads it', () => {
  it('tells the items that hold with their points, what was given by hand, and the comment', () => {
    const text = drawn().replace(/\s+/g, ' ')
    expect(text).toContain('+1.5 Names it')
    expect(text).toContain('−0.5 Sign lost')
    expect(text).toContain('+0.25 by your reader')
    expect(text).toContain('Well seen.')
    expect(text).not.toContain('Not this')
  })

  it('tells what was taken off, and no points where they are not released', () => {
    expect(drawn({ base: 'full' })).toContain('taken off all points')
    const items = review.items.map((item) => ({ ...item, points: null }))
    const text = drawn({ points: null, adjustment: null, items })
    expect(text).toContain('✓')
    expect(text).not.toMatch(/[+−]\d/)
  })

  it('is silent where nothing is to be said', () => {
    expect(drawn({ comment: [], items: [] }).trim()).toBe('')
  })
})
