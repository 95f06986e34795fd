import { expect, it } from 'vitest'
import { renderPicture } from './figure-picture.ts'

it('asks for the picture by its name, with its size and its words', () => {
  expect(renderPicture('cat-640x480-0123456789abcdef.png', 'A "cat" <b>')).toEqual({
    html: '<img class="figure-picture" src="/api/exam/v1/figures/cat-640x480-0123456789abcdef.png" alt="A &quot;cat&quot; &lt;b&gt;" width="640" height="480" decoding="async">',
  })
})

it('never writes another address', () => {
  expect(() => renderPicture('https://elsewhere.example/cat.png', '')).toThrow('names no picture')
})
