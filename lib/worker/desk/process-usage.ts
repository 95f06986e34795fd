import { readFileSync } from 'node:fs'

/** What a process has used: its processor time in milliseconds, and the memory it holds in megabytes. */
export interface Usage {
  processor: number
  memory: number
}

/** Ticks a second of /proc, the same on every Linux that Node runs on. */
const ticks = 100
const pageBytes = 4096

/** Null where the system does not tell (no /proc): then only the clock and the heap's own limit count. */
export function processUsage(pid: number): Usage | null {
  try {
    // the name in brackets may hold blanks: fields are counted after it
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
      .replace(/^.*\) /s, '')
      .split(' ')
    const resident = Number(readFileSync(`/proc/${pid}/statm`, 'utf8').split(' ')[1])
    const processor = ((Number(stat[11]) + Number(stat[12])) / ticks) * 1000
    return Number.isFinite(processor) && Number.isFinite(resident)
      ? { processor, memory: (resident * pageBytes) / 2 ** 20 }
      : null
  } catch {
    return null
  }
}
