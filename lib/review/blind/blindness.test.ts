import { expect, it } from 'vitest'
import { showsNames } from './blindness.ts'

it('reviewers see names where nobody is anonymous, or once all is released: assistants only where the exam says so', () => {
  const seen = (anonymous: boolean, released: boolean, namesForAssistants: boolean) =>
    ['ta', 'instructor', 'administrator'].filter((role) =>
      showsNames({ anonymous, released, namesForAssistants }, role),
    )
  expect(seen(true, false, false)).toEqual([])
  expect(seen(true, false, true)).toEqual([])
  expect(seen(true, true, false)).toEqual(['instructor', 'administrator'])
  expect(seen(true, true, true)).toEqual(['ta', 'instructor', 'administrator'])
  expect(seen(false, false, false)).toEqual(['ta', 'instructor', 'administrator'])
})
