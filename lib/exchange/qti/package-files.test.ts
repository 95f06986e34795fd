import { expect, it } from 'vitest'
import { PackageFiles } from './package-files.ts'

const names = [
  'items/a.xml',
  'items/img/Map 1.png',
  'img/cat.png',
  'other/cat.png',
  'deep/img/cat.png',
  'web_resources/dog.png',
  'only.png',
]
const files = new PackageFiles(names.map((name) => ({ name, bytes: new Uint8Array() })))
const find = (address: string, from = 'items/a.xml') => files.find(from, address)?.name

it('finds what an address in a file of a package means, and nothing where that is not sure', () => {
  expect(find('img/map%201.png?x=1')).toBe('items/img/Map 1.png')
  expect(find('../img/cat.png')).toBe('img/cat.png')
  expect(find('../img/cat.png', 'deep/er/a.xml')).toBe('deep/img/cat.png')
  expect(find('../../../../img/cat.png')).toBe('img/cat.png')
  expect(find('/other/./cat.png')).toBe('other/cat.png')
  expect(find('$IMS-CC-FILEBASE$/dog.png')).toBe('web_resources/dog.png')
  expect(find('somewhere/only.png')).toBe('only.png')
  expect(find('somewhere\\cat.png')).toBeUndefined()
  expect(find('%E0%A4%A')).toBeUndefined()
  expect(find('')).toBeUndefined()
})
