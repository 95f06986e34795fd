import { describe, expect, it } from 'vitest'
import { longestSource } from '../../exchange/report.ts'
import { drawing } from '../../exchange/testing/drawings.ts'
import { longestText } from '../../questions/versions/texts.ts'
import { readForeignFile } from './read-file.ts'

const read = (text: string, most?: number) => readForeignFile(Buffer.from(text), 'auto', async () => [], most)

describe('the report on a foreign file', () => {
  it('names every question apart, by letters that a name may have', async () => {
    const { questions } = await read('::Ünïque / Gate!:: Q {T}\n\n::unique gate:: Q {F}\n\nWithout a name {T}')
    expect(questions.map(({ slug }) => slug)).toEqual(['unique-gate', 'unique-gate-2', 'without-a-name'])
  })

  it('takes no question that is longer than the editor takes', async () => {
    expect(longestSource).toBe(longestText)
    const { questions } = await read(`::Long:: ${'word '.repeat(longestSource / 5)} {T}`)
    expect(questions).toMatchObject([{ source: null, notes: [expect.stringContaining('longer than 200,000')] }])
  })

  it('tells no more of a question than a person reads', async () => {
    const gaps = Array.from({ length: 90 }, (_, k) => `{1:NUMERICAL:=${k + 1}.5:0.${k + 1}}`)
    const { questions } = await read(
      `<quiz><question type="cloze"><name><text>Many</text></name><questiontext><text><![CDATA[${gaps.join(' ')}]]></text></questiontext></question></quiz>`,
    )
    expect(questions[0]?.notes).toHaveLength(60)
    expect(questions[0]?.notes.at(-1)).toMatch(/^\d+ more such notes are not shown\.$/)
  })

  it('brings each picture once, as long as they are not too large together', async () => {
    const [drawn, other] = [await drawing(24), await drawing(25)]
    const map = drawn.toString('base64')
    const question = (name: string) =>
      `<question type="essay"><name><text>${name}</text></name><questiontext format="html"><text><![CDATA[<img src="@@PLUGINFILE@@/map.png" alt="A map">]]></text><file name="map.png" encoding="base64">${map}</file></questiontext></question>`
    const report = await read(`<quiz>${question('One')}${question('Two')}</quiz>`, drawn.length)
    expect(report.questions.flatMap(({ notes }) => notes).join()).not.toContain('too large')
    const [picture, ...others] = report.pictures
    expect([picture?.bytes, others]).toEqual([map, []])
    expect(report.questions.map(({ source }) => source?.includes(picture?.file ?? '?'))).toEqual([true, true])
    const both = `<quiz>${question('One')}${question('Two').replace(map, other.toString('base64'))}</quiz>`
    const room = drawn.length + other.length
    expect((await read(both, room)).pictures).toHaveLength(2)
    const tight = await read(both, room - 1)
    expect(tight.pictures.map(({ bytes }) => bytes)).toEqual([map])
    expect(tight.questions.map(({ notes }) => notes.filter((note) => note.includes('too large together')))).toEqual([
      [],
      [
        expect.stringMatching(
          /^The pictures of this file are too large together: map-25x\d+-\w+\.png has to be uploaded/,
        ),
      ],
    ])
  })
})
