import { spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { markingSpecifications } from '../marking/testing/specifications.ts'

const usage = `npm run mutate [-- <file of grader/marking> …]
  Mutates the marking core with Stryker, file by file, each against the tests that specify it, and prints the score and
  every mutant that survives. Without names, all of them. On demand: Stryker is fetched at the first run and kept in .data.`

const root = resolve(import.meta.dirname, '../..')
// inside the project, so that its packages are found; out of git, the build and the checks
const workshop = join(root, '.data/mutation')
const pinned = { '@stryker-mutator/core': '10.1.1', '@stryker-mutator/vitest-runner': '10.1.1' }
const least = 85

interface Mutant {
  status: string
  mutatorName: string
  replacement?: string
  location: { start: { line: number } }
}

interface Report {
  files: Record<string, { source: string; mutants: Mutant[] }>
}

function run(command: string, args: string[]): boolean {
  return spawnSync(command, args, { cwd: workshop, stdio: ['ignore', 'inherit', 'inherit'] }).status === 0
}

/** A copy of the grader beside Stryker, and the very vitest of the project: two would not know each other. */
function furnish(): void {
  mkdirSync(workshop, { recursive: true })
  const { devDependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
  const wanted = JSON.stringify({
    private: true,
    type: 'module',
    dependencies: { ...pinned, vitest: devDependencies.vitest },
  })
  const manifest = join(workshop, 'package.json')
  if (!existsSync(manifest) || readFileSync(manifest, 'utf8') !== wanted) {
    writeFileSync(manifest, wanted)
    if (!run('npm', ['install', '--no-audit', '--no-fund', '--ignore-scripts'])) {
      rmSync(manifest)
      throw new Error('Stryker could not be installed.')
    }
  }
  rmSync(join(workshop, 'grader'), { recursive: true, force: true })
  cpSync(join(root, 'grader'), join(workshop, 'grader'), { recursive: true })
  if (!existsSync(join(workshop, 'questions'))) symlinkSync(join(root, 'questions'), join(workshop, 'questions'))
}

/** Mutates one file against its specifications; gives the report. */
function mutate(file: string, tests: readonly string[]): Report {
  const include = JSON.stringify(tests.map((test) => `grader/marking/${test}`))
  writeFileSync(
    join(workshop, 'vitest.config.mjs'),
    `export default { test: { include: ${include}, maxWorkers: 1, testTimeout: 60000 } }\n`,
  )
  const config = {
    mutate: [`grader/marking/${file}`],
    plugins: ['@stryker-mutator/vitest-runner'],
    testRunner: 'vitest',
    vitest: { configFile: 'vitest.config.mjs', related: false },
    coverageAnalysis: 'perTest',
    concurrency: 1,
    inPlace: true,
    reporters: ['json'],
    jsonReporter: { fileName: 'report.json' },
    // a busy machine must not pass for a killed mutant
    timeoutMS: 15_000,
    timeoutFactor: 5,
    logLevel: 'warn',
  }
  writeFileSync(join(workshop, 'stryker.config.json'), JSON.stringify(config))
  rmSync(join(workshop, 'report.json'), { force: true })
  if (!run(process.execPath, ['node_modules/@stryker-mutator/core/bin/stryker.js', 'run', 'stryker.config.json']))
    throw new Error(`Stryker failed on ${file}.`)
  return JSON.parse(readFileSync(join(workshop, 'report.json'), 'utf8'))
}

// what could not even be loaded tells nothing of the tests
const uncounted = new Set(['Ignored', 'CompileError', 'RuntimeError'])

/** The score of a report in percent, and its survivors as lines. */
export function summary({ files }: Report): { killed: number; of: number; survivors: string[] } {
  let [killed, of] = [0, 0]
  const survivors: string[] = []
  for (const [name, { source, mutants }] of Object.entries(files)) {
    const lines = source.split('\n')
    for (const { status, mutatorName, replacement, location } of mutants) {
      if (uncounted.has(status)) continue
      of++
      if (status === 'Killed' || status === 'Timeout') killed++
      else {
        const { line } = location.start
        const made = (replacement ?? '').replaceAll(/\s+/g, ' ').slice(0, 80)
        survivors.push(`${name}:${line} ${mutatorName} ⟶ ${made}   in: ${lines[line - 1]?.trim().slice(0, 90)}`)
      }
    }
  }
  return { killed, of, survivors }
}

function main(names: string[]): number {
  const known = Object.keys(markingSpecifications)
  const stranger = names.find((name) => !known.includes(name))
  if (stranger) throw new Error(`${stranger} is none of ${known.join(', ')}\n${usage}`)
  furnish()
  let [killed, of] = [0, 0]
  for (const file of names.length > 0 ? names : known) {
    const found = summary(mutate(file, markingSpecifications[file] ?? []))
    killed += found.killed
    of += found.of
    console.log(`${file.padEnd(24)} ${((100 * found.killed) / found.of).toFixed(1)} % of ${found.of}`)
    for (const line of found.survivors) console.log(`  ${line}`)
  }
  console.log(`${((100 * killed) / of).toFixed(1)} % of ${of} mutants`)
  return (100 * killed) / of >= least ? 0 : 1
}

if (import.meta.main) {
  try {
    process.exitCode = main(process.argv.slice(2))
  } catch (error) {
    console.error(error instanceof Error ? error.message : error)
    process.exitCode = 2
  }
}
