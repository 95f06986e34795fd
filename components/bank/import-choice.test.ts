import { expect, it } from 'vitest'
import { choiceOf, chosenForAll, isTaken, sentChoices } from './import-choice.ts'
import type { ImportedFile } from './import-report.ts'

const file = (some: Partial<ImportedFile>): ImportedFile => ({
  ...{ path: 'bank/a.md', kind: 'question', name: 'a', what: 'new', problems: [], message: null, missing: [] },
  ...{ draftOf: null, revision: 0, freeName: null, became: null, done: false },
  ...some,
})
const fresh = file({})
const changed = file({ path: 'b.md', name: 'b', what: 'changed', revision: 4, freeName: 'b-2' })
const taken = file({ path: 'c.md', name: 'c', what: 'taken', freeName: 'c-2' })
const nowhere = file({ path: 'd.md', name: 'd', what: 'taken' })
const figure = file({ path: 'figures/x.png', kind: 'figure', name: 'x' })
const all = [fresh, changed, taken, nowhere, figure]

const takenOf = (choices = new Map()) => all.filter((one) => isTaken(one, choices)).map(({ path }) => path)

it('takes what is new and leaves alone what clashes, until somebody chooses', () => {
  expect(takenOf()).toEqual(['bank/a.md', 'figures/x.png'])
  expect(takenOf(new Map([['bank/a.md', { how: 'skip', name: '' }]]))).toEqual(['figures/x.png'])
  expect(isTaken({ ...fresh, done: true }, new Map())).toBe(false)
  expect(isTaken({ ...figure, what: 'same' }, new Map())).toBe(false)
  expect(isTaken({ ...figure, done: true }, new Map())).toBe(false)
  // of a picture there is nothing to choose
  expect(choiceOf(figure, new Map())).toBeNull()
})

it('settles every clash that can be settled so at once', () => {
  expect(sentChoices(all, chosenForAll(all, 'draft', new Map()))).toEqual([
    { how: 'draft', path: 'b.md', revision: 4 },
    { how: 'skip', path: 'c.md' },
  ])
  const renamed = chosenForAll(all, 'rename', new Map([['b.md', { how: 'skip', name: ' better ' }]]))
  expect(sentChoices(all, renamed)).toEqual([
    { how: 'rename', path: 'b.md', name: 'better' },
    { how: 'rename', path: 'c.md', name: 'c-2' },
  ])
  expect(sentChoices(all, chosenForAll(all, 'skip', renamed))).toEqual([
    { how: 'skip', path: 'b.md' },
    { how: 'skip', path: 'c.md' },
  ])
})

it('what a round before has written is told to be left alone', () => {
  const written = { ...fresh, became: 'a-2', done: true }
  expect(sentChoices([written], new Map([['bank/a.md', { how: 'rename', name: 'a-2' }]]))).toEqual([
    { how: 'skip', path: 'bank/a.md' },
  ])
})
