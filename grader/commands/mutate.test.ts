import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { markingSpecifications } from '../marking/testing/specifications.ts'
import { summary } from './mutate.ts'

const mutant = (status: string, line: number) => ({
  status,
  mutatorName: 'EqualityOperator',
  replacement: 'a <\n  b',
  location: { start: { line } },
})

it('counts what was killed, and names what survived by line and replacement', () => {
  const statuses = ['Killed', 'Timeout', 'Survived', 'NoCoverage', 'Ignored', 'CompileError', 'RuntimeError']
  const mutants = statuses.map((status) => mutant(status, 2))
  expect(summary({ files: { 'grader/marking/x.ts': { source: 'one\n  if (a <= b)', mutants } } })).toEqual({
    killed: 2,
    of: 4,
    survivors: Array(2).fill('grader/marking/x.ts:2 EqualityOperator ⟶ a < b   in: if (a <= b)'),
  })
})

it('knows only files and specifications that are there', () => {
  const named = Object.entries(markingSpecifications).flatMap(([file, tests]) => [file, ...tests])
  const folder = join(import.meta.dirname, '../marking')
  expect(named.filter((name) => !existsSync(join(folder, name)))).toEqual([])
})
