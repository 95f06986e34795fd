import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Rig } from '../rig.ts'
import type { JournalRow } from './journal.ts'
import { PretendDevice } from './pretend-device.ts'

const steps = fc.array(
  fc.record({
    device: fc.nat(1),
    does: fc.oneof(
      { weight: 6, arbitrary: fc.record({ key: fc.constantFrom('q.a', 'q.b'), text: fc.string({ maxLength: 2 }) }) },
      { weight: 2, arbitrary: fc.constantFrom('crash' as const, 'take over' as const, 'look' as const) },
    ),
    pause: fc.integer({ min: 0, max: 3000 }),
    network: fc.constantFrom('well', 'well', 'lost request', 'lost reply', 'twice', 'slow'),
    disk: fc.constantFrom('well', 'well', 'slow', 'refuses'),
  }),
  { minLength: 1, maxLength: 20 },
)

/** Every row that ever reached the disk of a device, newest last. */
class WatchedDevice extends PretendDevice {
  readonly log: JournalRow[] = []
  /** every edit of the student here, whether or not the disk took it */
  readonly typed: { at: number; field: string; value: unknown }[] = []
  constructor() {
    super()
    const put = this.rows.set.bind(this.rows)
    this.rows.set = (field, row) => {
      this.log.push(row)
      return put(field, row)
    }
  }
}

describe('any interleaving of typing, crashes, lost, repeated and slow requests, refusing disks and takeovers', () => {
  it('leaves every journaled edit with the server or in the journal, and every acknowledged one with the server', async () => {
    await fc.assert(
      fc.asyncProperty(steps, async (steps) => {
        const first = await Rig.opened({ 'q.a': { epoch: 1, revision: 1, value: null } })
        const devices = [new WatchedDevice(), new WatchedDevice()]
        const pages = await Promise.all(devices.map((device) => first.beside(device).open()))
        const { server } = first
        for (const { device, does, pause, network, disk } of steps) {
          const page = pages[device]
          const journal = devices[device]
          if (!page || !journal) continue
          server.failing = network === 'lost request' ? 1 : 0
          server.losesReply = network === 'lost reply'
          server.repeats = network === 'twice'
          server.delay = network === 'slow' ? 800 : 0
          journal.latency = disk === 'slow' ? 400 : 0
          journal.refuses = disk === 'refuses'
          if (does === 'crash') pages[device] = await page.crash()
          else if (does === 'take over') void page.engine.takeOver()
          else if (does === 'look') void page.engine.refresh()
          else {
            const value = { kind: 'number' as const, text: does.text }
            page.engine.edit(does.key, value)
            if (page.engine.shown(does.key).value === value)
              journal.typed.push({ at: page.time, field: does.key, value })
          }
          for (const one of pages) await one.pass(pause)
          check(pages, devices)
        }
        Object.assign(server, { failing: 0, losesReply: false, repeats: false, delay: 0 })
        for (const journal of devices) Object.assign(journal, { latency: 0, refuses: false })
        // in the end both students, so to speak, go on where they are, one after the other
        for (const [k, before] of pages.entries()) {
          await before.pass(200_000)
          const page = await before.crash()
          pages[k] = page
          await page.pass(200_000)
          await page.engine.takeOver()
          await page.pass(200_000)
          expect(page.engine.status()).toMatchObject({ standing: 'open', unsaved: 0 })
          check(pages, devices)
          for (const key of ['q.a', 'q.b'])
            expect(page.engine.shown(key).value).toEqual(server.held[key]?.value ?? null)
          for (const row of devices[k]?.rows.values() ?? []) expect(row.fate).toBe('replaced')
        }
      }),
      { seed: 11, numRuns: 300 },
    )
  })
})

function check(pages: readonly Rig[], devices: readonly WatchedDevice[]): void {
  const events = [...(pages[0]?.server.events.entries() ?? [])]
  for (const { log, rows, typed } of devices) {
    const newest = new Map(log.map((row) => [row.field, row]))
    for (const [field, row] of newest) {
      const told = events.some(([opId, event]) => opId === row.opId && same(event.value, row.value))
      const kept = rows.get(field)?.opId === row.opId || held(pages, field, row)
      const since = typed.filter((edit) => edit.field === field && edit.at >= row.monotonicMs)
      const replaced = since.some(({ value }) =>
        events.some(([, event]) => event.field === field && same(event.value, value)),
      )
      expect(told || kept || replaced, `${field} ${JSON.stringify(row.value)} is neither here nor there`).toBe(true)
    }
  }
}

/** Whether the very value is what the server has, by another edit. */
function held(pages: readonly Rig[], field: string, row: JournalRow): boolean {
  return same(pages[0]?.server.held[field]?.value, row.value)
}

function same(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b)
}
