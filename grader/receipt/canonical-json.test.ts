import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { canonicalJson } from './canonical-json.ts'

const json = fc.jsonValue({ maxDepth: 4, noUnicodeString: false })

/** The same value with the keys of every object put in another order. */
function shuffled(value: unknown, random: () => number): unknown {
  if (Array.isArray(value)) return value.map((item) => shuffled(item, random))
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value).map(([key, item]) => [key, shuffled(item, random)] as const)
  // a null prototype, or the key __proto__ would be lost on the way
  const copy: Record<string, unknown> = Object.create(null)
  for (const [key, item] of entries.toSorted(() => random() - 0.5)) copy[key] = item
  return copy
}

describe('canonical JSON', () => {
  it('is the same whatever the order of keys', () => {
    fc.assert(
      fc.property(json, fc.infiniteStream(fc.double({ min: 0, max: 1, noNaN: true })), (value, random) => {
        const next = () => random.next().value ?? 0
        expect(canonicalJson(shuffled(value, next))).toBe(canonicalJson(value))
      }),
      { seed: 5 },
    )
  })

  it('is the same before a value is stored as JSON and after', () => {
    const anything = fc.anything({ maxDepth: 4, withNullPrototype: true })
    fc.assert(
      fc.property(anything, (value) => {
        const stored = JSON.stringify(value)
        if (stored !== undefined) expect(canonicalJson(value)).toBe(canonicalJson(JSON.parse(stored)))
      }),
      { seed: 5 },
    )
  })

  it('is JSON, and says all that JSON can say', () => {
    fc.assert(
      fc.property(json, json, (a, b) => {
        expect(JSON.parse(canonicalJson(a))).toEqual(JSON.parse(JSON.stringify(a)))
        if (canonicalJson(a) === canonicalJson(b)) expect(JSON.stringify(a).length).toBe(JSON.stringify(b).length)
      }),
      { seed: 5 },
    )
  })

  it('has one spelling for what a store cannot tell apart', () => {
    expect(canonicalJson({ b: -0, a: [Number.NaN, Infinity, undefined], c: undefined })).toBe(
      '{"a":[null,null,null],"b":0}',
    )
    expect(canonicalJson(undefined)).toBe('null')
  })

  it('keeps letters that look alike apart, and sorts keys by their units', () => {
    expect(canonicalJson('\u00e9')).not.toBe(canonicalJson('e\u0301'))
    expect(canonicalJson({ é: 1, z: 2, '😀': 3, '\ufffd': 4 })).toBe('{"z":2,"é":1,"😀":3,"\ufffd":4}')
    expect(canonicalJson('\ud800')).toBe('"\\ud800"')
  })

  it('keeps every digit of a number', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (x) => {
        expect(Number(canonicalJson(x))).toBe(x === 0 ? 0 : x)
      }),
      { seed: 5 },
    )
  })
})
