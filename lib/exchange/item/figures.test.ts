import { beforeAll, describe, expect, it } from 'vitest'
import { readMoodle } from '../moodle/read-moodle.ts'
import { moodleFile, writeMoodle } from '../moodle/write-moodle.ts'
import { betweenFiles } from '../moodle/xml.ts'
import { readQti, readQtiPackage } from '../qti/read-qti.ts'
import { qtiPackage, writeQti } from '../qti/write-qti.ts'
import { drawing } from '../testing/drawings.ts'
import * as moodle from '../testing/moodle-files.ts'
import { parsedItem } from '../testing/parsed.ts'
import * as qti from '../testing/qti-files.ts'
import * as sample from '../testing/sample-items.ts'
import type { FoundItem } from './item.ts'
import { settleFigures } from './settle-figures.ts'

let map: Buffer
let cat: Buffer
let old: Buffer
beforeAll(async () => {
  map = await drawing(20)
  cat = await drawing(30, 'jpeg')
  old = await drawing(10, 'gif')
})
const base64 = (bytes: Buffer) => bytes.toString('base64')
const figures = (found: FoundItem | undefined) => found?.item?.figures.map(({ name, alt }) => [name, alt])
const widths = (found: FoundItem | undefined) =>
  [...(found?.pictures.keys() ?? [])].map((file) => /-(\d+)x8-/.exec(file)?.[1]).toSorted()

function question(text: string, files: string, option = '<p>a</p>'): string {
  return `<question type="multichoice"><name><text>One</text></name>
    <questiontext format="html"><text><![CDATA[${text}]]></text>${files}</questiontext><single>true</single>
    <answer fraction="100" format="html"><text><![CDATA[${option}]]></text>${files}</answer>
    <answer fraction="0" format="html"><text>b</text><feedback format="html"><text><![CDATA[<img src="@@PLUGINFILE@@/cat.jpg">]]></text>${files}</feedback></answer></question>`
}

describe('pictures of a foreign file', () => {
  const fileOf = (name: string, bytes: Buffer) =>
    `<file name="${name}" path="/" encoding="base64">${base64(bytes)}</file>`

  it('lie beside their text in Moodle XML, and have one place each, in the body or an option', () => {
    const files = fileOf('my map.png', map) + fileOf('cat.jpg', cat) + fileOf('notes.pdf', Buffer.from('x'))
    const text = '<p>See <img src="@@PLUGINFILE@@/my%20map.png" alt="A map"> here.</p>'
    const [found] = readMoodle(
      moodle.quiz(question(text, files, '<img src="@@PLUGINFILE@@/cat.jpg" alt="A cat">')),
    ).items
    expect(found?.item?.body).toBe('See :figure[picture_1] here.\n\n:answer[answer]')
    expect(found?.item?.fields[0]).toMatchObject({ options: [{ text: ':figure[picture_2]' }, { says: '(picture)' }] })
    expect(figures(found)).toEqual([
      ['picture_1', 'A map'],
      ['picture_2', 'A cat'],
    ])
    expect(widths(found)).toEqual(['20', '30'])
    expect(found?.notes).toEqual([
      'Files that are no pictures were not carried: notes.pdf.',
      'Pictures in feedback, rubrics, solutions and lines to be ordered became the words that describe them.',
    ])
    expect(found?.item && parsedItem(found.item)).toMatchObject({
      ok: true,
      question: { figures: [{ kind: 'image', name: 'picture_1' }, { name: 'picture_2' }] },
    })
  })

  it('may stand in the address itself; what cannot be shown here is told', () => {
    const inside = (type: string, bytes: Buffer) => `<img src="data:image/${type};base64,${base64(bytes)}">`
    const pdf = Buffer.from(`%PDF-1.4${' '.repeat(80)}%%EOF`)
    const text = `${inside('png', map)} ${inside('gif', old)} ${inside('png', pdf)}<img src="https://example.org/x.png" alt="An x">`
    const [found] = readMoodle(moodle.quiz(question(text, ''))).items
    expect(found?.item?.body).toBe(':figure[picture_1] \\[An x\\]\n\n:answer[answer]')
    expect(found?.notes).toEqual([
      'The picture cat.jpg was not carried: it is not in the file.',
      'A picture in the text itself was not carried: it is no PNG, JPEG or WebP that can be read; save it as PNG and upload it.',
      'The picture x.png was not carried: it lies elsewhere; upload it in the editor.',
      expect.stringMatching(
        /^The picture picture-20x8-[0-9a-f]{16}\.png has no description: say under “alt” what it shows\.$/,
      ),
    ])
  })

  it('are not endless, and stand nowhere but in the body and in options', () => {
    const many = readMoodle(
      moodle.quiz(question(`<img src="data:image/png;base64,${base64(map)}" alt="x">`.repeat(41), '')),
    )
    expect(many.items[0]?.item?.figures).toHaveLength(40)
    expect(many.items[0]?.notes.join()).toContain('a question has 40 pictures at most')
    const at = (name: string) => `a :figure[${name}]`
    const { one, order, text, number } = sample
    const item = sample.itemOf(one, order, text, number)
    const settled = settleFigures(
      {
        ...item,
        body: `${at('p')} ${at('p')} ${at('unknown')}`,
        figures: [{ name: 'p', file: 'p-1x1-0123456789abcdef.png', alt: 'P' }],
        fields: item.fields.map((field) => {
          if (field.kind === 'choice') return { ...field, options: [{ text: at('p'), right: true, says: at('p') }] }
          if (field.kind === 'order') return { ...field, lines: [at('p')], distractors: [at('p')] }
          if (field.kind === 'number') return { ...field, slips: [{ value: '1', earns: 0, says: at('p') }] }
          return field.kind === 'text' ? { ...field, rubric: [{ says: at('p'), points: 1 }], solution: at('p') } : field
        }),
      },
      () => {},
    )
    expect(settled.figures.map(({ name }) => name)).toEqual(['picture_1', 'picture_2', 'picture_3'])
    expect(settled.body).toBe('a :figure[picture_1] a :figure[picture_2] a ')
    const gone = 'a (P)'
    expect(settled.fields).toMatchObject([
      { options: [{ text: 'a :figure[picture_3]', says: gone }] },
      { lines: [gone], distractors: [gone] },
      { rubric: [{ says: gone }], solution: gone },
      { slips: [{ says: gone }] },
    ])
  })

  it('are found in a package from where the item or its passage lies', () => {
    const item = qti.choice3
      .replace(
        '<p>Text.</p>',
        '<p><img src="images/map.png" alt="A map"/> <object data="../cat.jpg" type="image/jpeg">A cat</object></p>',
      )
      .replace(
        '<qti-item-body>',
        '<qti-assessment-stimulus-ref identifier="s" href="../passages/p.xml"/><qti-item-body>',
      )
    const passage =
      '<qti-assessment-stimulus identifier="s" title="P"><qti-stimulus-body><p>Read <img src="map.png" alt="Another"/>.</p></qti-stimulus-body></qti-assessment-stimulus>'
    const packed = {
      'items/one.xml': Buffer.from(item),
      'items/images/map.png': map,
      'cat.jpg': cat,
      'passages/p.xml': Buffer.from(passage),
      'passages/map.png': old,
      'passages/again/p.xml': Buffer.from(passage.replace('Read', 'Wrong')),
    }
    const { items } = readQtiPackage(Object.entries(packed).map(([name, bytes]) => ({ name, bytes })))
    expect(items[0]?.item?.body).toContain('Read \\[Another\\].\n\n:figure[picture_1] :figure[picture_2]')
    expect(widths(items[0])).toEqual(['20', '30'])
    expect(items[0]?.notes.join()).toContain('The picture map.png was not carried: it is no PNG')
    expect(readQti(item).items[0]?.notes.join()).toContain(
      'The picture map.png was not carried: it is not in the file.',
    )
  })
})

describe('pictures of a question', () => {
  const file = 'map-20x8-0123456789abcdef.png'
  const item = () => {
    const made = sample.itemOf(sample.one)
    const [field] = made.fields
    const options = field?.kind === 'choice' ? field.options : []
    return {
      ...made,
      body: ':figure[map]\n\nWhich?\n\n:answer[answer]',
      figures: [
        { name: 'map', file, alt: 'A "*map*" <of> [x]' },
        { name: 'small', file, alt: 'Small' },
      ],
      fields: [
        { ...field, options: options.map((one, k) => (k === 0 ? { ...one, text: ':figure[small]' } : one)) },
      ] as typeof made.fields,
    }
  }

  it('go out beside the texts of Moodle XML', () => {
    const written = writeMoodle(item())
    expect(written).toMatchObject({ pictures: [file, file], notes: [] })
    const pieces = betweenFiles(moodleFile([written.text]))
    expect(pieces.map(({ picture }) => picture)).toEqual([file, file, null])
    const xml = pieces.map(({ text, picture }) => text + (picture ? base64(map) : '')).join('')
    const [back] = readMoodle(xml).items
    expect(back?.item?.body).toBe(':figure[picture_1]\n\nWhich?\n\n:answer[answer]')
    expect(figures(back)).toEqual([
      ['picture_1', 'A "*map*" <of> [x]'],
      ['picture_2', 'Small'],
    ])
    expect([widths(back), back?.notes]).toEqual([['20'], []])
  })

  it('go out in a folder of the package of QTI', () => {
    const { text, pictures } = writeQti(item())
    const out = qtiPackage([{ id: 'one', text, pictures }])
    expect(out[0]).toMatchObject({
      text: expect.stringContaining(`<file href="items/one.xml"/><file href="images/${file}"/>`),
    })
    expect(out.at(-1)).toEqual({ name: `images/${file}`, picture: file })
    const packed = out.map((one) => ({ name: one.name, bytes: 'text' in one ? Buffer.from(one.text) : map }))
    const [back] = readQtiPackage(packed).items
    expect([figures(back)?.length, widths(back), back?.notes]).toEqual([2, ['20'], []])
  })
})
