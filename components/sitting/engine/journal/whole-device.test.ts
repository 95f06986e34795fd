import { expect, it } from 'vitest'
import { type DeviceRow, settledRows } from './whole-device.ts'

const edit = (attempt: string, field: string, fate: DeviceRow['fate']): DeviceRow => {
  return { attempt, field, opId: `${attempt} ${field}`, fate: fate ?? null }
}
const claim = (attempt: string): DeviceRow => ({ attempt, field: '', epoch: 1 })

it('what the server has goes from a device that others may sit at; what was never sent stays, with its claim', () => {
  const unsent = [claim('a'), edit('a', 'q.x', null)]
  const settled = [edit('a', 'q.y', 'replaced'), claim('b'), edit('b', 'q.x', 'late')]
  const spared = [claim('c'), edit('c', 'q.x', 'replaced')]
  const all = [...unsent, ...settled, ...spared]
  expect(settledRows(all, 'c')).toEqual(settled)
  expect(settledRows(all, null)).toEqual([...settled, ...spared])
})
