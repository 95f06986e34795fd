import { expect, it } from 'vitest'
import { choice3 } from '../testing/qti-files.ts'
import { readQti } from './read-qti.ts'

it('puts what is shown to who points at a word into brackets after it', () => {
  const word = '<span data-role="tooltip-target" aria-describedby="_t">the gate</span>'
  const says = '<span data-role="tooltip-content" aria-hidden="true" id="_t"> <p>a <strong>factor</strong></p> </span>'
  const [found] = readQti(choice3.replace('Text.', `Of ${word}${says}, say:`).replace('True', `${word}${says}`)).items
  expect(found?.item?.body).toMatch(/^Of the gate \(a \*\*factor\*\* ?\), say:/)
  expect(found?.item?.fields[0]).toMatchObject({ options: [{ text: expect.stringContaining('the gate (a') }, {}] })
  expect(found?.notes).toEqual(['What is shown to who points at a word stands in brackets after it.'])
})
