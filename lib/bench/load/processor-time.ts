import fs from 'node:fs'

/** Linux counts processor time in hundredths of a second, whatever the machine. */
const tick = 10

function statOf(pid: string): { parent: number; milliseconds: number } | null {
  try {
    const text = fs.readFileSync(`/proc/${pid}/stat`, 'latin1')
    const parts = text.slice(text.lastIndexOf(')') + 2).split(' ')
    return { parent: Number(parts[1]), milliseconds: (Number(parts[11]) + Number(parts[12])) * tick }
  } catch {
    return null // gone meanwhile, or no Linux
  }
}

/** Milliseconds of processor time that a process and its children have used so far; NaN where nobody counts. */
export function processorTime(pid: number): number {
  if (!fs.existsSync('/proc/self/stat')) return Number.NaN
  let sum = statOf(String(pid))?.milliseconds ?? Number.NaN
  for (const name of fs.readdirSync('/proc')) {
    const stat = /^\d+$/.test(name) ? statOf(name) : null
    if (stat?.parent === pid) sum += stat.milliseconds
  }
  return sum
}
