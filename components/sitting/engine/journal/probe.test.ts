import { expect, it, vi } from 'vitest'
import { PretendDevice } from './pretend-device.ts'
import { keepsJournal } from './probe.ts'

it('asks the device to keep something, and leaves nothing behind', async () => {
  const device = new PretendDevice()
  expect(await keepsJournal(device.journal(() => () => {}))).toBe(true)
  expect(device.rows.size).toBe(0)
  device.refuses = true
  expect(await keepsJournal(device.journal(() => () => {}))).toBe(false)
})

it('takes a browser without storage for one that refuses', async () => {
  expect(await keepsJournal()).toBe(false)
})

it('takes a browser that does not answer for one that refuses', async () => {
  vi.useFakeTimers()
  const hanging = { load: () => new Promise<never>(() => {}), write: () => new Promise<void>(() => {}) }
  const asked = keepsJournal(hanging)
  await vi.advanceTimersByTimeAsync(5000)
  vi.useRealTimers()
  expect(await Promise.race([asked, Promise.resolve('nothing')])).toBe(false)
})
