import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { describeEffect } from './describe-effect.ts'
import { effectName, effectOf, type StandingReview } from './effect.ts'
import { type Rubric, type RubricItem, rubricPoints } from './rubric.ts'

const ids = ['file-0', 'file-1', 'file-2', '1-0', '1-1']
const possible = 4
const seeded = { seed: 11, numRuns: 300 }

const items = fc
  .subarray(ids)
  .chain((some) => fc.shuffledSubarray(some, { minLength: some.length }))
  .chain((some) =>
    fc.tuple(
      ...some.map((id) =>
        fc.record({
          id: fc.constant(id),
          says: fc.string({ maxLength: 5 }),
          amount: fc.integer({ min: -8, max: 8 }).map((k) => k / 8),
          unit: fc.constantFrom<'points' | 'share'>('points', 'share'),
        }),
      ),
    ),
  )
const rubric = (version: number) =>
  fc.record({
    version: fc.constant(version),
    base: fc.constantFrom<'zero' | 'full'>('zero', 'full'),
    items: items as unknown as fc.Arbitrary<RubricItem[]>,
  })

/** Reviews by a rubric: points are what it comes to. */
const reviewsBy = (by: Rubric) =>
  fc.array(
    fc.record({
      ticked: fc.subarray(by.items.map(({ id }) => id)),
      adjustment: fc.constantFrom(0, 0, 0.5, -1),
      version: fc.integer({ min: 1, max: 4 }),
    }),
    { maxLength: 30 },
  )

const edits = rubric(3).chain((before) =>
  fc.tuple(fc.constant(before), rubric(4), reviewsBy(before)).map(([old, next, given]) => ({
    old,
    next,
    reviews: given.map(
      (review, k): StandingReview => ({
        ...review,
        submissionId: `s${k}`,
        possible,
        comment: '',
        points: rubricPoints(old, review.ticked, review.adjustment, possible),
      }),
    ),
  })),
)

describe('the effect of another rubric', () => {
  it('leaves every review with the points of the new rubric, by its ticks and its adjustment', () => {
    fc.assert(
      fc.property(edits, ({ next, reviews }) => {
        const changes = new Map(effectOf(reviews, next).map((change) => [change.submissionId, change]))
        for (const review of reviews) {
          const change = changes.get(review.submissionId)
          const ticked = change?.ticked ?? review.ticked
          const kept = review.ticked.filter((id) => next.items.some((item) => item.id === id))
          expect(ticked).toEqual(kept)
          expect(change?.to ?? review.points).toBe(rubricPoints(next, ticked, review.adjustment, possible))
          if (change) {
            expect(change).toMatchObject({
              version: review.version,
              from: review.points,
              adjustment: review.adjustment,
            })
            expect(change.to !== change.from || change.taken > 0).toBe(true)
          }
        }
      }),
      seeded,
    )
  })

  it('is nothing where the rubric says the same', () => {
    fc.assert(
      fc.property(edits, ({ old, reviews }) => {
        expect(effectOf(reviews, old)).toEqual([])
      }),
      seeded,
    )
  })

  it('is described whole: everybody gains, loses or keeps, and the bars hold every review', () => {
    fc.assert(
      fc.property(edits, ({ next, reviews }) => {
        const changes = effectOf(reviews, next)
        const told = describeEffect(reviews, changes)
        expect(told.gain + told.lose + told.same).toBe(told.changed)
        expect(told.reviewed).toBe(reviews.length)
        const sum = (counts: number[]) => counts.reduce((total, count) => total + count, 0)
        expect([sum(told.histogram.before), sum(told.histogram.after)]).toEqual([reviews.length, reviews.length])
        const sizes = told.largest.map(({ from, to }) => Math.abs(to - from))
        expect(sizes).toEqual([...sizes].sort((one, other) => other - one))
        if (told.mean && told.gain === 0) expect(told.mean.after).toBeLessThanOrEqual(told.mean.before)
      }),
      seeded,
    )
  })
})

describe('the name of an effect', () => {
  const one: Rubric = { version: 2, base: 'zero', items: [{ id: 'a', says: 'x', amount: 1, unit: 'points' }] }
  const review = (submissionId: string, version = 1): StandingReview => ({
    submissionId,
    version,
    points: 0,
    ticked: ['a'],
    adjustment: 0,
    possible: 4,
    comment: '',
  })
  const named = (rubric: Rubric, reviews: StandingReview[]) => effectName(rubric, effectOf(reviews, rubric))

  it('is the same whatever order the reviews come in', () => {
    expect(named(one, [review('s'), review('t')])).toBe(named(one, [review('t'), review('s')]))
  })

  it('is another for another text, amount, base, review or reviewer who came between', () => {
    const [item] = one.items as [RubricItem]
    const all = [
      named(one, [review('s')]),
      named({ ...one, items: [{ ...item, says: 'y' }] }, [review('s')]),
      named({ ...one, items: [{ ...item, amount: 2 }] }, [review('s')]),
      named({ ...one, base: 'full' }, [review('s')]),
      named({ ...one, version: 3 }, [review('s')]),
      named(one, [review('s', 2)]),
      named(one, [review('s'), review('t')]),
    ]
    expect(new Set(all).size).toBe(all.length)
  })
})
