import { describe, expect, it } from 'vitest'
import { componentsOf } from './components.ts'
import { DrawProblem, drawVariant, seedWithTries, splitSeed } from './draw-variant.ts'
import { parsed, questionWith, readSample } from './testing/read-sample.ts'

const every = parsed(readSample('every-kind'), 'every-kind')

describe('a variant', () => {
  it('is a function of version and seed', () => {
    expect(drawVariant(every, 'ada')).toEqual(drawVariant(every, 'ada'))
    expect(drawVariant(every, 'ben').params).not.toEqual(drawVariant(every, 'ada').params)
    expect(drawVariant({ ...every, version: 'other' }, 'ada').params).not.toEqual(drawVariant(every, 'ada').params)
  })

  it('draws one component again and leaves the others as they are', () => {
    const components = componentsOf(every).map(({ parameters }) => parameters)
    expect(components).toEqual([['n'], ['v'], ['h'], ['m'], ['rate']])
    const first = drawVariant(every, 'ada')
    const again = drawVariant(every, seedWithTries('ada', [0, 1, 0, 0, 0]))
    expect(again.seed).toBe('ada~0.1.0.0.0')
    expect(again.params.v).not.toEqual(first.params.v)
    expect({ ...again.params, v: null }).toEqual({ ...first.params, v: null })
    expect(again.arrangement).toEqual(first.arrangement)
  })

  it('says its tries in its seed, whatever the seed looks like', () => {
    expect(splitSeed(seedWithTries('a~b', [2, 0, 11]))).toEqual({ base: 'a~b', tries: [2, 0, 11] })
    expect(splitSeed(seedWithTries('a', [0, 0]))).toEqual({ base: 'a', tries: [] })
    expect(splitSeed('line\nbreak~1')).toEqual({ base: 'line\nbreak', tries: [1] })
  })

  it('shows lines in an order that is not the right one', () => {
    for (let k = 0; k < 50; k++) {
      const order = drawVariant(every, `seed-${k}`).arrangement.proof as number[]
      expect(order.toSorted((a, b) => a - b)).toEqual([0, 1, 2, 3])
      expect(order.filter((line) => line < 3)).not.toEqual([0, 1, 2])
    }
  })

  it('shuffles options, unless told not to', () => {
    const shown = (definition: typeof every) =>
      new Set(Array.from({ length: 30 }, (_, k) => drawVariant(definition, `s${k}`).arrangement.picture?.join()))
    expect(shown(every)).toEqual(new Set(['0,1', '1,0']))
    const still = parsed(
      readSample('every-kind').replace(
        'others: [":figure[falling]"] }',
        'others: [":figure[falling]"] }\n    shuffle: false',
      ),
    )
    expect(shown(still)).toEqual(new Set(['0,1']))
  })

  it('names the parameter whose range is empty for what was drawn', () => {
    const definition = parsed(
      questionWith(
        'parameters:\n  n: integer(1, 9)\n  y: integer(n, 9)\nreference:\n  z: y',
        ':answer[z]',
        'z: { points: 1 }',
      ),
    )
    expect(() =>
      drawVariant({ ...definition, parameters: definition.parameters.map((p) => ({ ...p })) }, 's'),
    ).not.toThrow()
    const narrow = parsed(
      questionWith(
        'parameters:\n  n: integer(1, 50)\n  y: integer(n, 60 - n)\nreference:\n  z: y',
        ':answer[z]',
        'z: { points: 1 }',
      ).replace('integer(1, 50)', 'integer(1, 40)'),
      'narrow',
    )
    const seeds = Array.from({ length: 60 }, (_, k) => `s${k}`)
    const thrown = seeds.flatMap((seed) => {
      try {
        drawVariant(narrow, seed)
        return []
      } catch (error) {
        return [error]
      }
    })
    expect(thrown.length).toBeGreaterThan(0)
    expect(thrown.every((error) => error instanceof DrawProblem && error.parameter === 'y')).toBe(true)
  })
})

describe('components', () => {
  it('are joined by steps, constraints, mistakes, choices and sizes', () => {
    const of = (lines: string) => componentsOf(parsed(questionWith(lines))).map(({ parameters }) => parameters.join())
    const drawn = 'parameters:\n  a: integer(1, 9)\n  b: integer(1, 9)\nreference:\n  y: 2a\n  z: 3b'
      .replaceAll('2a', '2 a')
      .replaceAll('3b', '3 b')
    expect(of(drawn)).toEqual(['a', 'b'])
    expect(of(`${drawn}\n  w: a + b`)).toEqual(['a,b'])
    expect(of(`${drawn}\nwhere: a < b`)).toEqual(['a,b'])
    expect(of(`${drawn}\nmistakes:\n  m: { steps: { y: a b }, says: No }`)).toEqual(['a,b'])
    expect(of(drawn.replace('b: integer(1, 9)', 'b: integers([a], 1, 9)'))).toEqual(['a,b'])
    expect(of(drawn.replace('b: integer(1, 9)', 'b: 4'))).toEqual(['a'])
  })

  it('say what belongs to them', () => {
    expect(componentsOf(parsed(readSample('conv-size')))).toEqual([
      {
        parameters: ['H', 'W', 'C', 'K', 'F', 'P', 'S'],
        steps: ['out_shape'],
        where: [0, 1, 2, 3],
        fields: ['out_shape', 'why_floor'],
        alternatives: ['forgot-one', 'padding-once', 'rounded-up', 'channels-kept'],
      },
    ])
  })
})
