import { expect, it } from 'vitest'
import { item3, number3, response3 } from '../testing/qti-files.ts'
import { readQti } from './read-qti.ts'

it('tells of a range that is right there', () => {
  const within = (response: string) =>
    `<qti-gte><qti-variable identifier="${response}"/><qti-base-value base-type="float">9.5</qti-base-value></qti-gte>`
  const notes = (response: string) =>
    readQti(
      item3(
        response3('R', 'single', 'float', ['10']),
        '<p><qti-text-entry-interaction response-identifier="R"/></p>',
        `<qti-response-processing>${within(response)}</qti-response-processing>`,
      ),
    ).items[0]?.notes
  expect(notes('R')).toEqual([
    'A range of numbers is right there, which is not read: say how near an answer has to be.',
  ])
  expect(notes('OTHER')).toEqual([])
})

it('lies as far above as below a number: where it may not, the narrower side counts and that is told', () => {
  const uneven = number3.replaceAll('tolerance="0.01 0.01"', 'tolerance="0.5 0.01"')
  const [found] = readQti(uneven).items
  expect(found?.item?.fields[0]).toMatchObject({ tolerance: 0.01 })
  expect(found?.notes).toContain('An answer could lie 0.5 below and 0.01 above there; here 0.01 on both sides.')
  const [relative] = readQti(uneven.replaceAll('"absolute"', '"relative"')).items
  expect(relative?.notes).toContain(
    'An answer could lie 0.5 % below and 0.01 % above there; here 0.01 % on both sides.',
  )
})
