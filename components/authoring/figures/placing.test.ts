import { describe, expect, it } from 'vitest'
import { figureName, type Insertion, placeFigure } from './placing.ts'

const cat = { name: 'cat', file: 'cat.0123456789abcdef.png', alt: 'A cat: "grey"' }
const put = (text: string, insertions: Insertion[]) =>
  insertions.toReversed().reduce((all, { from, insert }) => all.slice(0, from) + insert + all.slice(from), text)
const line = '  cat: { kind: image, file: cat.0123456789abcdef.png, alt: "A cat: \\"grey\\"" }\n'

describe('a picture in the text of a question', () => {
  it('begins the figures where there are none', () => {
    const text = '---\ntitle: A\n---\nLook:'
    expect(put(text, placeFigure(text, cat, 0))).toBe(`---\ntitle: A\nfigures:\n${line}---\nLook:\n\n:figure[cat]\n`)
  })

  it('stands among those that are there', () => {
    const text = '---\nfigures:\n  map: { kind: grid }\ntitle: A\n---\nLook\n'
    expect(put(text, placeFigure(text, cat, 0))).toBe(
      `---\nfigures:\n${line}  map: { kind: grid }\ntitle: A\n---\nLook\n\n:figure[cat]\n`,
    )
  })

  it('stands after the line where one writes', () => {
    const text = '---\nfigures:\n  map: { kind: grid }\n---\nLook\nhere\n\nEnd\n'
    const head = `---\nfigures:\n${line}  map: { kind: grid }\n---\n`
    const at = (word: string) => put(text, placeFigure(text, cat, text.indexOf(word)))
    expect(at('ook')).toBe(`${head}Look\n\n:figure[cat]\n\nhere\n\nEnd\n`)
    expect(at('\nEnd')).toBe(`${head}Look\nhere\n\n:figure[cat]\n\nEnd\n`)
    expect(at('End')).toBe(`${head}Look\nhere\n\nEnd\n\n:figure[cat]\n`)
    expect(placeFigure('no front matter', cat, 3)).toEqual([])
  })

  it('has a name that is free', () => {
    const text = '---\nfigures:\n  my_cat: { kind: grid }\n---\n'
    expect(figureName('My dog (2).jpeg', text)).toBe('My_dog_2')
    expect(figureName('my cat.png', text)).toBe('my_cat_2')
    expect(figureName('猫.png', text)).toBe('figure')
  })
})
