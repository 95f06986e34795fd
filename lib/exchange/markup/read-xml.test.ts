import { describe, expect, it } from 'vitest'
import { guardXml } from './guard-xml.ts'
import { readXml } from './read-xml.ts'
import { RefusedFile } from './refused.ts'

describe('XML', () => {
  it('is read as elements and texts, names without their prefixes', () => {
    const root = readXml(
      '<?xml version="1.0"?><!-- x --><a x="1" xmlns="u" xml:lang="de"><b:c xmlns:b="v">&lt;&#960;<![CDATA[<p>]]></b:c><d/></a>',
    )
    expect(root).toMatchObject({
      tag: 'a',
      attributes: { x: '1', lang: 'de' },
      children: [{ tag: 'c', children: ['<π', '<p>'] }, { tag: 'd' }],
    })
  })

  it.each([
    ['a document type', '<!DOCTYPE a [<!ENTITY x "y">]><a>&x;</a>', 'DOCTYPE'],
    ['a document type inside', '<a><!DOCTYPE b></a>', 'DOCTYPE'],
    ['a document type that may declare', '<!DOCTYPE a SYSTEM "a.dtd" []><a/>', 'DOCTYPE'],
    ['a second document type', '<!DOCTYPE a><!DOCTYPE a [<!ENTITY x "y">]><a/>', 'DOCTYPE'],
    ['an entity of a definition elsewhere', '<!DOCTYPE a SYSTEM "a.dtd"><a>&x;</a>', 'well-formed'],
    ['entities of its own', '<a>&nbsp;</a>', 'well-formed'],
    ['elements that do not match', '<a><b></a>', 'well-formed'],
    ['an attribute without quotes', '<a x=b/>', 'well-formed XML: attribute "b"'],
    ['an attribute twice', '<a x="1" x="2"/>', 'well-formed'],
    ['two roots', '<a/><b/>', 'well-formed'],
    ['nothing', '', 'well-formed'],
    ['deep nesting', `${'<a>'.repeat(101)}${'</a>'.repeat(101)}`, 'deeply'],
    ['deep nesting that never ends', '<a>'.repeat(100_000), 'deeply'],
    ['many elements', `<a>${'<b/>'.repeat(200_000)}</a>`, 'too many'],
  ])('is refused with %s', (_what, xml, why) => {
    expect(() => readXml(xml)).toThrow(RefusedFile)
    expect(() => readXml(xml)).toThrow(why)
  })

  it('may name its document type, which is not looked at; lines stay where they are', () => {
    const head = '<?xml version="1.0"?>\n<!-- x -->\n'
    for (const type of [
      '<!DOCTYPE a>',
      '<!DOCTYPE a SYSTEM "a.dtd">',
      "<!DOCTYPE a PUBLIC '-//X//EN'\n 'http://example.org/a.dtd' >",
    ]) {
      const root = readXml(`${head}${type}\n<a/>`)
      expect(root).toMatchObject({ tag: 'a', line: 4 + (type.match(/\n/g)?.length ?? 0) })
    }
  })

  it('is refused where it is too long', () => {
    expect(() => guardXml('x'.repeat(11), { characters: 10, elements: 9, depth: 9 })).toThrow('too long')
  })
})
