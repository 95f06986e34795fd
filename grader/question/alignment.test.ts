import fc from 'fast-check'
import { expect, it } from 'vitest'
import { isScalar, parseDocument, type YAMLMap } from 'yaml'
import { alignValue } from './alignment.ts'

function align(source: string) {
  const node = (parseDocument(source).contents as YAMLMap).items[0]?.value
  if (!isScalar(node) || !node.range) throw new Error('no scalar')
  return { value: String(node.value), places: alignValue(String(node.value), source, node.range[0], node.range[1]) }
}

it.each([
  ['plain', 'a: W x + b'],
  ['single quotes', "a: '\\sigma(W) + H'''"],
  ['double quotes', 'a: "\\\\sigma(W) + b"'],
  ['a block', 'a: |\n  W x\n  + b\n'],
  ['a folded block', 'a: >-\n    W x\n    + b\n'],
])('finds every sign of %s where it stands', (_, source) => {
  const { value, places } = align(source)
  expect(places).toHaveLength(value.length + 1)
  for (const [k, sign] of [...value].entries()) if (/\S/.test(sign)) expect(source[places[k] as number]).toBe(sign)
})

it('never leaves the scalar', () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), (value, source) => {
      const places = alignValue(value, source, 0, source.length)
      expect(places).toHaveLength(value.length + 1)
      expect(places.every((place) => place >= 0 && place <= source.length)).toBe(true)
    }),
    { seed: 5 },
  )
})
