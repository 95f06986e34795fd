import { expect, it } from 'vitest'
import { choice2, item3, response3 } from '../testing/qti-files.ts'
import { readQti } from './read-qti.ts'

const first = (xml: string) => readQti(xml).items[0]

it('is of one where one may be chosen, whatever a response could hold', () => {
  const single = choice2.replace('maxChoices="0"', 'maxChoices="1"')
  expect(first(single)?.item?.fields[0]).toMatchObject({ many: true })
  expect(first(single.replace('<value>b</value>', ''))?.item?.fields[0]).toMatchObject({ many: false })
})

it('weighs options that a mapping does not name as it says of all others', () => {
  const named = choice2.replace('<mapEntry mapKey="c" mappedValue="-2"/>', '')
  expect(first(named)).toEqual(first(choice2))
  const half = item3(
    response3(
      'R',
      'single',
      'identifier',
      [],
      '<qti-mapping default-value="0.5"><qti-map-entry map-key="a" mapped-value="1"/></qti-mapping>',
    ),
    '<qti-choice-interaction response-identifier="R"><qti-simple-choice identifier="a">x</qti-simple-choice><qti-simple-choice identifier="b">y</qti-simple-choice></qti-choice-interaction>',
  )
  expect(first(half)?.notes).toEqual(['“y” earned 50 % there; here a wrong option earns nothing.'])
})
