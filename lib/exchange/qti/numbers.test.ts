import { expect, it } from 'vitest'
import { item3, response3 } from '../testing/qti-files.ts'
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
