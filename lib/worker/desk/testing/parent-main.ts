import { Lane } from '../lane.ts'

/** Has a desk work that never ends, and says which process it is. */
const entry = new URL('./wild-main.ts', import.meta.url)
const limits = { processor: 600_000, clock: 600_000, memory: 900 }
const lane = new Lane({ kind: 'wild', limits, entry })
const pid = await lane.ask({ person: 'ada', key: 'pid', work: 'pid', body: {} })
const progress = () => process.send?.(pid)
await lane.ask({ person: 'ada', key: 'spin', work: 'spin', body: {}, progress })
