import { describe, expect, it } from 'vitest'
import * as t from '../../testing/template-files.ts'
import { readQti } from '../read-qti.ts'

const { call, drawn3, named, of, print, random, right, set, whole } = t
const first = (xml: string) => readQti(xml).items[0]
const told = (variables: Record<string, string>, rules: string) => first(drawn3(variables, rules, 'x'))?.notes.join()
const numbered = (length: number) => Object.fromEntries(Array.from({ length }, (_, k) => [`v${k}`, 'integer']))
const all = (names: string[]) => call('sum', ...names.map(of))

describe('template processing', () => {
  it('keeps within bounds whatever it says', () => {
    const long = Array.from({ length: 60 }, () =>
      set('v', call('product', of('v'), call('sum', of('v'), of('v')))),
    ).join('')
    const grown = first(drawn3({ v: 'integer' }, `${set('v', random(1, 9))}${long}${right('R', of('v'))}`, 'x'))
    expect(grown?.item === null || (grown?.item?.steps?.length ?? 0) <= 60).toBe(true)
    const deep = (n: number): string =>
      n === 0 ? random(1, 2, '2') : t.named('repeat', 'number-repeats="100"', deep(n - 1))
    expect(
      first(drawn3({ v: 'integer' }, `${set('v', call('max', deep(5)))}${right('R', of('v'))}`, 'x'))?.notes.join(),
    ).toContain('does too much')
    const many = Object.fromEntries(Array.from({ length: 201 }, (_, k) => [`v${k}`, 'integer']))
    expect(first(drawn3(many, right('R', whole(1)), 'x'))?.notes.join()).toContain('too many variables')
  })

  it('has no expression that is too long, no more draws and no more repetitions than a question may have', () => {
    const one = set('v', random(1, 9))
    expect(told({ v: 'integer' }, `${one}${right('R', all(Array.from({ length: 200 }, () => 'v')))}`)).toContain(
      'an expression is too long',
    )
    const many = (n: number) =>
      told(
        numbered(n),
        `${Object.keys(numbered(n))
          .map((name) => set(name, random(1, 9)))
          .join('')}${right('R', all(Object.keys(numbered(n))))}`,
      )
    expect(many(60)).toBe('')
    expect(many(61)).toContain('too much is drawn')
    const repeated = (times: number) =>
      told(
        { v: 'float' },
        `${set('v', call('max', named('repeat', `number-repeats="${times}"`, whole(2), whole(3))))}${right('R', of('v'))}`,
      )
    expect(repeated(100)).not.toContain('repeated too often')
    expect(repeated(101)).toContain('something is repeated too often')
  })

  it('draws from ranges that are numbers or drawn whole numbers, and works others out', () => {
    const limited = (limit: string) =>
      first(
        drawn3(
          { a: 'integer', b: 'integer', v: 'integer' },
          `${set('a', random(2, 5))}${set('b', call('product', of('a'), of('a')))}${set('v', random(1, limit))}${right('R', of('v'))}`,
          print('a'),
        ),
      )
    expect(limited('a')?.item?.parameters).toContainEqual({ name: 'v', generator: 'integer(1, a)' })
    expect(limited('b')?.notes.join()).toContain('the range of a random number is worked out')
    expect(limited('b')?.item?.parameters).toMatchObject([{ name: 'draw' }])
  })

  it('is worked out where a draw says what is shown, and not carried where its conditions never hold', () => {
    const shown =
      '<qti-template-inline template-identifier="v" identifier="2" show-hide="show">two</qti-template-inline>'
    const rules = `${set('v', random(2, 3))}${right('R', of('v'))}`
    expect(first(drawn3({ v: 'integer' }, rules, shown))?.notes.join()).toContain(
      'what is shown depends on what is drawn',
    )
    const never = call('template-constraint', t.exactly(whole(1), whole(2)))
    expect(told({ v: 'integer' }, `${rules}${never}`)).toContain('no draw fulfils its conditions')
  })

  it('is not carried where its operators are none, whatever they are called', () => {
    for (const value of [
      call('constructor', whole(2)),
      named('math-operator', 'name="constructor"', whole(2)),
      named('stats-operator', 'name="constructor"', call('multiple', whole(2))),
    ])
      expect(told({ v: 'integer' }, `${set('v', value)}${right('R', of('v'))}`)).toContain('is not known here')
    expect(told({ v: 'integer' }, `${set('v', call('divide', whole(2), whole(0)))}${right('R', of('v'))}`)).toContain(
      'has no value',
    )
  })
})
