import { parseArgs } from 'node:util'
import pg from 'pg'
import { withStack } from '../../lib/bench/bench-stack.ts'
import { seatStudents } from '../../lib/bench/load/students.ts'
import { machine } from '../../lib/bench/machine.ts'
import { Random } from '../../lib/chaos/model/random.ts'
import { compare, type Found } from './compare.ts'
import { breakMachine, type MachineFault } from './machine-faults.ts'
import { ChaosProxy, type NetworkFault } from './proxy.ts'
import { smallDisk } from './small-disk.ts'
import { ChaosStudent } from './student.ts'

type Fault = MachineFault | NetworkFault | 'clock steps'
const machineFaults: MachineFault[] = ['web killed', 'grader killed', 'Postgres killed', 'pool exhausted', 'disk full']
const ownFaults: Fault[] = ['reset', 'black hole', 'delay', 'duplicated', 'reordered', 'body replaced', 'clock steps']
/** Students of each kind of fault in a round. */
const each = 4
const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds))

const { values } = parseArgs({
  options: { minutes: { type: 'string', default: '0' }, seed: { type: 'string', default: '1' } },
})
const figures = new Map<Fault, Found & { unsettled: number; troubles: number }>()

function add(fault: Fault, found: Found, unsettled: number, troubles: number): void {
  const sum = figures.get(fault) ?? { acknowledged: 0, lost: 0, stale: 0, duplicated: 0, unsettled: 0, troubles: 0 }
  for (const key of ['acknowledged', 'lost', 'stale', 'duplicated'] as const) sum[key] += found[key]
  sum.unsettled += unsettled
  sum.troubles += troubles
  figures.set(fault, sum)
}

interface Seat {
  student: ChaosStudent
  proxy: ChaosProxy
}

/** Types until `work` is done and a moment longer. */
async function typing(seats: readonly Seat[], random: Random, work: () => Promise<unknown>): Promise<void> {
  let over = false
  const types = async ({ student }: Seat) => {
    while (!over) {
      student.type()
      await pause(random.between(40, 250))
    }
  }
  const going = seats.map(types)
  await pause(600)
  await work()
  await pause(600)
  over = true
  await Promise.all(going)
}

/** Everybody's page goes on until all is on the server, and hands in. Returns how many never got there. */
async function handIn(seats: readonly Seat[]): Promise<number> {
  const end = performance.now() + 40_000
  const done = await Promise.all(
    seats.map(async ({ student }) => {
      while (performance.now() < end) {
        const answer = await student.engine.submit()
        if (answer.outcome === 'answered') return true
        await pause(300)
      }
      console.error(`still ${JSON.stringify(student.engine.status())}`)
      return false
    }),
  )
  return done.filter((one) => !one).length
}

async function faulty({ student, proxy }: Seat, fault: Fault, random: Random): Promise<void> {
  for (let times = 0; times < 3; times += 1) {
    if (fault === 'clock steps') student.wrong = random.between(-5, 5) * 3_600_000
    else proxy.fault = fault as NetworkFault
    await pause(random.between(500, 900))
    proxy.fault = null
    await pause(random.between(100, 300))
  }
}

async function run(disk: string | null): Promise<void> {
  await withStack(
    new URL('../..', import.meta.url).pathname,
    async (address, databaseUrl, stack) => {
      const random = new Random(Number(values.seed))
      const port = Number(new URL(address).port)
      const ends = Date.now() + Number(values.minutes) * 60_000
      let seated = 0
      const seat = async (count: number): Promise<Seat[]> => {
        const client = new pg.Client(databaseUrl)
        await client.connect()
        const { examId, students } = await seatStudents(client, port, stack.secret, seated + count)
        await client.end()
        const fresh = students.slice(seated)
        seated += count
        return Promise.all(
          fresh.map(async (one) => {
            await one.start(examId)
            await one.readPaper()
            one.wire.close()
            const proxy = new ChaosProxy(port, random)
            const home = { origin: `http://localhost:${await proxy.listen()}`, server: address, cookie: one.cookie }
            const fields = one.keys.filter(({ value }) => (value as { kind: string }).kind === 'number')
            const student = new ChaosStudent(one.attemptId, fields.map(({ field }) => field).slice(0, 6), home, random)
            await student.engine.open()
            return { student, proxy }
          }),
        )
      }
      const judge = async (fault: Fault, seats: readonly Seat[]) => {
        const unsettled = await handIn(seats)
        const client = new pg.Client(databaseUrl)
        await client.connect()
        const found = await compare(
          client,
          seats.map(({ student }) => student),
        )
        const troubles = seats.reduce((sum, { student }) => sum + student.troubles, 0)
        add(fault, found, unsettled, troubles)
        await client.end()
        for (const { proxy, student } of seats) {
          student.engine.stop()
          proxy.close()
        }
      }
      do {
        const groups = await Promise.all(ownFaults.map(async (fault, place) => ({ fault, seats: [] as Seat[], place })))
        const all = await seat(each * ownFaults.length)
        for (const [place, one] of all.entries()) groups[place % groups.length]!.seats.push(one)
        await typing(all, random, () =>
          Promise.all(groups.flatMap(({ fault, seats }) => seats.map((one) => faulty(one, fault, random)))),
        )
        await Promise.all(groups.map(({ fault, seats }) => judge(fault, seats)))
        for (const fault of machineFaults) {
          // more pages than connections, where these are what is to run out
          const seats = await seat(fault === 'pool exhausted' ? 12 : each)
          let possible = true
          await typing(seats, random, async () => {
            possible = await breakMachine(fault, { stack, databaseUrl, disk })
          })
          if (possible) await judge(fault, seats)
          else console.log(`${fault}: no tmpfs can be mounted here`)
        }
      } while (Date.now() < ends)
    },
    disk ?? undefined,
  )
}

console.log(`${machine()}, seed ${values.seed}`)
const disk = smallDisk()
await run(disk?.folder ?? null).finally(() => disk?.remove())
for (const [fault, { acknowledged, lost, stale, duplicated, unsettled, troubles }] of figures)
  console.log(
    `${fault.padEnd(16)} acknowledged ${String(acknowledged).padStart(6)}   failed requests ${String(troubles).padStart(5)}   lost ${lost}   stale ${stale}   duplicated ${duplicated}   never handed in ${unsettled}`,
  )
const wrong = [...figures.values()].reduce((sum, one) => sum + one.lost + one.stale + one.duplicated + one.unsettled, 0)
process.exit(wrong === 0 ? 0 : 1)
