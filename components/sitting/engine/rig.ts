import { PretendDevice } from './journal/pretend-device.ts'
import { PretendServer } from './pretend-server.ts'
import type { AttemptState } from './protocol.ts'
import { SaveEngine } from './save-engine.ts'
import { ServerClock } from './server-clock.ts'

/** What outlives a page. */
interface World {
  time: number
  ids: number
  server: PretendServer
}

function newWorld(): World {
  const world: Omit<World, 'server'> = { time: 0, ids: 0 }
  return Object.assign(world, { server: new PretendServer(() => world.time) })
}

/** Long enough for whatever is under way and waits for nothing. */
async function settled(): Promise<void> {
  for (let turn = 0; turn < 60; turn++) await Promise.resolve()
}

/** An engine with a clock that a test moves, on a device and with a server that outlive its page. For tests. */
export class Rig {
  private readonly timers = new Set<{ at: number; run: () => void }>()
  private readonly world: World
  readonly device: PretendDevice
  readonly engine: SaveEngine

  constructor(world: World = newWorld(), device = new PretendDevice()) {
    this.world = world
    this.device = device
    const now = () => world.time
    /** one way through the network */
    const way = async () => {
      if (world.server.delay > 0) await new Promise<void>((arrive) => void wait(arrive, world.server.delay))
    }
    const wait = (run: () => void, milliseconds: number) => {
      const timer = { at: world.time + milliseconds, run }
      this.timers.add(timer)
      return () => this.timers.delete(timer)
    }
    this.engine = new SaveEngine({
      transport: {
        state: () => world.server.state(),
        submit: (body) => world.server.submit(body),
        takeOver: () => world.server.takeOver(),
        save: async (body) => {
          await way()
          const answer = await world.server.save(body)
          await way()
          return answer
        },
      },
      journal: device.journal(wait),
      clock: new ServerClock(now),
      now,
      wall: () => 1_500_000_000_000 + now(),
      wait,
      random: () => 0.5,
      newId: () => `op-${world.ids++}`,
    })
  }

  static async opened(held: AttemptState['responses'] = {}): Promise<Rig> {
    const rig = new Rig()
    rig.server.held = held
    rig.device.epoch = 1
    await rig.open()
    return rig
  }

  get server(): PretendServer {
    return this.world.server
  }

  get time(): number {
    return this.world.time
  }

  async open(): Promise<this> {
    const opened = this.engine.open()
    await this.pass(1000)
    await opened
    return this
  }

  /** The page is lost, whatever it was doing; another one opens on the same device. */
  async crash(): Promise<Rig> {
    this.timers.clear()
    this.device.loseWrites()
    return new Rig(this.world, this.device).open()
  }

  /** The same exam, opened on another device or, with this one's, in another tab. */
  beside(device = new PretendDevice()): Rig {
    return new Rig(this.world, device)
  }

  /** Lets time pass: timers run in order, and what they start is awaited. */
  async pass(milliseconds: number): Promise<void> {
    const end = this.world.time + milliseconds
    await settled()
    for (let turns = 0; ; turns++) {
      if (turns > 20_000) throw new Error('The page goes in circles.')
      const next = [...this.timers].filter((timer) => timer.at <= end).sort((a, b) => a.at - b.at)[0]
      if (!next) break
      this.timers.delete(next)
      this.world.time = Math.max(this.world.time, next.at)
      next.run()
      await settled()
    }
    this.world.time = Math.max(this.world.time, end)
  }
}
