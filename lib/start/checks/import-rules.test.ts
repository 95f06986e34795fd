import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import rules from '../../../.dependency-cruiser.mjs'
import { forbiddenReaches, REACHES } from './reachable.ts'
import { root } from './tree.ts'

/** Each rule with one import that breaks it: the file that holds it, and what it imports. */
const FORBIDDEN = {
  'no-circular': ['grader/marking/a.ts', './b.ts'],
  resolvable: ['lib/exams/lost.ts', './nowhere.ts'],
  'language-and-answers-are-pure': ['grader/answers/clock.ts', 'node:fs'],
  'language-stands-alone': ['grader/language/field.ts', '../answers/target.ts'],
  'question-and-operations-are-low': ['grader/operations/run.ts', '../backends/target.ts'],
  'question-and-operations-do-no-io': ['grader/question/read.ts', 'node:fs'],
  'one-guard-has-a-thread': ['grader/marking/formula/guard/read.ts', 'node:fs'],
  'tfjs-in-backends-only': ['grader/operations/tensor.ts', '@tensorflow/tfjs'],
  'grader-knows-no-web-and-no-database': ['grader/marking/store.ts', 'pg'],
  'lib-below-the-pages': ['lib/exams/page.ts', '../../app/target.ts'],
  'grader-runs-in-the-worker': ['lib/exams/execute.ts', '../../grader/backends/target.ts'],
  'prisma-in-lib-db-only': ['lib/exams/query.ts', '@prisma/client'],
  'files-are-decoded-in-one-folder': ['lib/exams/picture.ts', 'sharp'],
  'nobody-loads-what-decodes-files': ['lib/exams/develop.ts', '../uploads/darkroom/target.ts'],
  'next-auth-in-lib-auth-only': ['app/session.ts', 'next-auth'],
  'components-take-props': ['components/fetching.tsx', '../lib/target.ts'],
  'app-calls-use-cases': ['app/grades.ts', '../grader/backends/target.ts'],
  'no-dev-package-at-run-time': ['lib/exams/random.ts', 'fast-check'],
} as const

/** Rules that hold through any number of steps. */
const REACHABLE = {
  'app-never-reaches-tfjs': ['app/first.ts', '../lib/second.ts'],
  'components-never-reach-the-server': ['components/first.tsx', './second.ts'],
} as const

const ALLOWED = {
  'grader/answers/reader.ts': ['./target.ts', '../language/target.ts'],
  'grader/backends/wasm.ts': ['@tensorflow/tfjs', '../operations/target.ts'],
  'grader/marking/formula/guard/watch.ts': ['node:worker_threads'],
  'lib/worker/job.ts': ['../../grader/backends/target.ts'],
  'lib/db/connection.ts': ['@prisma/client'],
  'lib/uploads/darkroom/open.ts': ['sharp', './target.ts'],
  'lib/auth/session.ts': ['next-auth'],
  'app/page.tsx': ['../lib/target.ts', '../components/target.ts'],
  'components/field.tsx': ['../grader/answers/target.ts', '../grader/language/target.ts'],
}

let house: string

beforeAll(() => {
  house = fs.mkdtempSync(path.join(os.tmpdir(), 'referee-rules-'))
  for (const name of ['.dependency-cruiser.mjs', 'package.json', 'tsconfig.json'])
    fs.copyFileSync(path.join(root, name), path.join(house, name))
  fs.symlinkSync(path.join(root, 'node_modules'), path.join(house, 'node_modules'))
  for (const room of [
    'app',
    'components',
    'lib',
    'lib/uploads/darkroom',
    'grader/answers',
    'grader/language',
    'grader/backends',
    'grader/operations',
  ])
    write(`${room}/target.ts`, 'export const target = 1')
})
afterAll(() => fs.rmSync(house, { recursive: true, force: true }))

function write(name: string, text: string) {
  fs.mkdirSync(path.dirname(path.join(house, name)), { recursive: true })
  fs.writeFileSync(path.join(house, name), `${text}\n`)
}

const importing = (...targets: readonly string[]) => targets.map((target) => `import '${target}'`).join('\n')

/** The names of the rules broken, each with the file that breaks it, as the checks of `npm test` see them. */
function cruise(): string[] {
  const tool = path.join(root, 'node_modules/dependency-cruiser/bin/dependency-cruiser.mjs')
  const folders = ['app', 'components', 'grader', 'lib']
  const run = spawnSync(
    process.execPath,
    [tool, ...folders, '--config', '.dependency-cruiser.mjs', '--output-type', 'json'],
    {
      cwd: house,
      encoding: 'utf8',
      maxBuffer: 1 << 26,
    },
  )
  const { summary } = JSON.parse(run.stdout) as { summary: { violations: { rule: { name: string }; from: string }[] } }
  return [...new Set(summary.violations.map(({ rule, from }) => `${rule.name}: ${from}`))]
}

describe('the import rules', { timeout: 60_000 }, () => {
  it('let pass what the design allows', async () => {
    for (const [file, targets] of Object.entries(ALLOWED)) write(file, importing(...targets))
    expect(cruise()).toEqual([])
    expect(await forbiddenReaches(house)).toEqual([])
  })

  it('go red at one planted import each', () => {
    for (const [file, target] of Object.values(FORBIDDEN)) write(file, importing(target))
    write('grader/marking/b.ts', importing('./a.ts'))
    const broken = cruise()
    const wanted = Object.entries(FORBIDDEN).map(([rule, [file]]) => `${rule}: ${file}`)
    expect(broken).toEqual(expect.arrayContaining(wanted))
  })

  it('go red through a chain of imports, and do not mind a chain of types', async () => {
    for (const [file, target] of Object.values(REACHABLE)) write(file, importing(target))
    write('lib/second.ts', importing('./third.ts'))
    write('lib/third.ts', importing('@tensorflow/tfjs'))
    write('components/second.ts', importing('pg'))
    write('app/typed.ts', "import type { Tensor } from '../lib/typed.ts'\nexport type T = Tensor")
    write('lib/typed.ts', "import type { Tensor } from '@tensorflow/tfjs'\nexport type { Tensor }")
    const broken = (await forbiddenReaches(house)).map((line) => line.split(' → ')[0])
    const wanted = Object.entries(REACHABLE).map(([rule, [file]]) => `${rule}: ${file}`)
    expect(broken).toEqual(expect.arrayContaining(wanted))
    expect(broken.filter((line) => line?.includes('typed'))).toEqual([])
  })

  it('are each proven by a planted import', () => {
    const names = [...(rules.forbidden ?? []), ...REACHES].map(({ name }) => name).sort()
    expect(names).toEqual([...Object.keys(FORBIDDEN), ...Object.keys(REACHABLE)].sort())
  })
})
