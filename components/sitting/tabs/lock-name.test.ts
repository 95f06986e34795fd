import { expect, it } from 'vitest'
import { isOpenHere, lockName } from './lock-name.ts'

it('an exam is open here while a tab of this browser writes in it', async () => {
  await navigator.locks.request(lockName('one'), async () => {
    expect([await isOpenHere('one'), await isOpenHere('other')]).toEqual([true, false])
  })
  expect(await isOpenHere('one')).toBe(false)
})
