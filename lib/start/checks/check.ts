import { spawn } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { NOTHING, type Tally } from './tally.ts'

export interface Check {
  name: string
  /** Node commands, run one after the other until one fails. */
  commands: readonly (readonly string[])[]
  env?: Record<string, string>
  /** A test runner speaks while it works; any other check only when it fails. */
  runner?: { report: string; tally(file: string): Tally; failures(file: string): string[] }
}

export interface Outcome {
  name: string
  ok: boolean
  milliseconds: number
  tally: Tally
  /** what failed, a line each, where a runner says so */
  failures: string[]
}

/** Runs one check to its end. A failing check always counts as at least one failure. */
export async function runCheck(check: Check, root: string): Promise<Outcome> {
  const began = performance.now()
  const report = check.runner && path.join(root, check.runner.report)
  if (report) fs.rmSync(report, { force: true })
  let ok = true
  for (const args of check.commands) {
    ok = await runNode(args, root, check)
    if (!ok) break
  }
  const counted = report && fs.existsSync(report) ? check.runner!.tally(report) : NOTHING
  if (counted.failed > 0) ok = false
  const tally = ok ? counted : { ...counted, failed: Math.max(1, counted.failed) }
  const failures = report && fs.existsSync(report) ? check.runner!.failures(report) : []
  return { name: check.name, ok, milliseconds: performance.now() - began, tally, failures }
}

function runNode(args: readonly string[], root: string, check: Check): Promise<boolean> {
  const env = { ...process.env, ...check.env }
  const child = spawn(process.execPath, args, {
    cwd: root,
    env,
    stdio: ['ignore', check.runner ? 'inherit' : 'pipe', check.runner ? 'inherit' : 'pipe'],
  })
  const leave = () => child.kill()
  process.once('exit', leave)
  let said = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on('data', (chunk) => {
      said += chunk
    })
  }
  return new Promise((resolve) => {
    child.on('error', (error) => {
      console.error(error.message)
      resolve(false)
    })
    child.on('close', (code) => {
      process.off('exit', leave)
      if (code !== 0 && said) console.error(said.trimEnd())
      resolve(code === 0)
    })
  })
}
