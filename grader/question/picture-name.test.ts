import { expect, it } from 'vitest'
import { pictureName, readPictureName } from './picture-name.ts'

const picture = { width: 640, height: 480, hash: '0123456789abcdef', type: 'png' } as const

it.each([
  ['Feature map (2).PNG', 'feature-map-2'],
  ['Größe', 'gro-e'],
  ['Éclair.jpeg', 'eclair'],
  ['../../etc/passwd', 'etc-passwd'],
  ['***', 'picture'],
  ['cat-640x480-0123456789abcdef.png', 'cat'],
])('names what is called “%s”', (wish, word) => {
  const file = pictureName(wish, picture)
  expect(file).toBe(`${word}-640x480-0123456789abcdef.png`)
  expect(readPictureName(file)).toEqual({ file, ...picture })
})

it.each([
  'cat.png',
  'cat-640x480-0123456789ABCDEF.png',
  'cat-640x480-0123456789abcdef.svg',
  'cat-0x480-0123456789abcdef.png',
  '../cat-640x480-0123456789abcdef.png',
  'cat-640x480-0123456789abcdef.png\n',
  `${'a'.repeat(120)}-640x480-0123456789abcdef.png`,
])('“%s” is no name of a picture', (file) => {
  expect(readPictureName(file)).toBeNull()
})
