import { expect, it } from 'vitest'
import { outcomes, type Replayed, standing } from './standing.ts'

const save = (field: string, epoch: number, revision: number, value: string, late = false): Replayed<string> => ({
  id: `${field}${epoch}${revision}`,
  field,
  epoch,
  revision,
  late,
  at: '',
  value,
})

it('what stands is what the server had taken: newer over older, a later device over an earlier one, nothing late', () => {
  const saves = [
    save('y', 1, 1, 'a'),
    save('y', 1, 3, 'c'),
    save('y', 1, 2, 'b'),
    save('why', 1, 1, 'because'),
    save('y', 2, 1, 'new device'),
    save('y', 1, 9, 'old device'),
    save('y', 2, 2, 'too late', true),
  ]
  const fates = outcomes(saves)
  expect(fates).toEqual(['applied', 'applied', 'superseded', 'applied', 'applied', 'superseded', 'late'])
  expect([...standing(saves, fates, 0)]).toEqual([])
  expect([...standing(saves, fates, 3)]).toEqual([['y', 'c']])
  expect([...standing(saves, fates, 7)]).toEqual([
    ['y', 'new device'],
    ['why', 'because'],
  ])
})
