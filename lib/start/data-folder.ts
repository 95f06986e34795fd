import fs from 'node:fs'
import path from 'node:path'
import { commandOf } from './postgres/leftover.ts'
import { reason, StartProblem } from './start-problem.ts'

/** Makes the data folder and holds it: two supervisors over one database would stop each other's Postgres. */
export function holdDataFolder(folder: string): { release(): void } {
  const file = path.join(folder, 'supervisor.pid')
  try {
    fs.mkdirSync(path.join(folder, 'log'), { recursive: true })
    const holder = fs.existsSync(file) ? Number(fs.readFileSync(file, 'utf8')) : 0
    if (holder !== process.pid && commandOf(holder).includes('lib/start/')) {
      throw new StartProblem(`Referee already runs from this folder (process ${holder}): stop it first.`)
    }
    fs.writeFileSync(file, String(process.pid))
  } catch (error) {
    if (error instanceof StartProblem) throw error
    throw new StartProblem(`Cannot keep data in ${folder}: ${reason(error)}`)
  }
  return { release: () => fs.rmSync(file, { force: true }) }
}
