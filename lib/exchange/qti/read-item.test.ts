import { describe, expect, it } from 'vitest'
import { item3, response3 } from '../testing/qti-files.ts'
import * as sample from '../testing/sample-items.ts'
import { readQti, readQtiPackage } from './read-qti.ts'
import { writeQti } from './write-qti.ts'

const outcome = (name: string, most: number) =>
  `<qti-outcome-declaration identifier="${name}" cardinality="single" base-type="float" normal-maximum="${most}"/>`
const essay = (attributes = '') => `<qti-extended-text-interaction response-identifier="R"${attributes}/>`
const asked = (declarations: string, body = essay()) => readQti(item3(declarations, body)).items[0]
const points = (declarations: string) => asked(declarations)?.item?.fields.map((field) => field.points)

describe('an item', () => {
  it('is worth what a question may be worth', () => {
    expect(points(outcome('SCORE_R', 1000))).toEqual([1000])
    expect([points(outcome('SCORE_R', 1001)), points(outcome('SCORE_R', 0.001))]).toEqual([[1], [1]])
    expect(points(outcome('SCORE', 5000))).toEqual([1000])
  })

  it('has labels that are not too long', () => {
    expect(asked('', essay(` label="${'x'.repeat(150)}"`))?.item?.fields[0]?.label).toBe('x'.repeat(100))
  })

  it('places nothing by what its attributes say', () => {
    const found = asked('', `<p><img src="gone.png" alt="\ue000R\ue001"/></p>${essay()}`)
    expect(found?.item?.body).toBe('\\[R\\]\n\n:answer[R]')
  })

  it('is read whatever its elements are called', () => {
    for (const name of ['constructor', '__proto__'])
      expect(asked('', `<${name}>Text</${name}>${essay()}`)?.item?.body).toBe('Text\n\n:answer[R]')
    const number = asked(
      response3('R', 'single', 'float', ['2']),
      '<p><toString/><qti-text-entry-interaction response-identifier="R"/></p>',
    )
    expect(number?.item?.fields).toMatchObject([{ value: '2' }])
  })
})

it('reads so many items of a package, and shows no more', () => {
  const file = { name: 'quiz.xml', bytes: Buffer.from(`<questestinterop>${'<item/>'.repeat(2001)}</questestinterop>`) }
  const again = { ...file, name: 'again.xml' }
  const found = readQtiPackage([file, again])
  expect(found.items).toHaveLength(2000)
  expect(found.problems).toEqual(['There are more than 2000 items in it; the rest was not read.'])
})

it('goes out with formulas that are not too long, and an identifier', () => {
  const item = { ...sample.itemOf(sample.whole), id: '7-up' }
  const xml = (tex: string) => writeQti({ ...item, body: `$${tex}$ :answer[answer]` }).text
  expect(xml('x')).toContain('<math')
  expect(xml(`${'x'.repeat(2001)}`)).not.toContain('<math')
  expect(xml('x')).toContain('identifier="_7-up"')
})
