import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { files, isCode, lineCount, read, topLevel } from './tree.ts'

const ROOMS = ['questions', 'grader', 'lib', 'components', 'app', 'prisma', 'e2e', 'public']
const TOOL_FILES = [
  'package.json package-lock.json .npmrc .gitignore .editorconfig LICENSE README.md .ci',
  'tsconfig.json next.config.js postcss.config.mjs proxy.ts',
  'biome.json .dependency-cruiser.mjs knip.json vitest.config.ts playwright.config.ts',
].flatMap((line) => line.split(' '))

const code = files().filter(isCode)

describe('the house', () => {
  it('has its rooms and the few files that must lie at the door', () => {
    const strangers = topLevel().filter((name) => ![...ROOMS, ...TOOL_FILES].includes(name))
    expect(strangers).toEqual([])
  })

  it('keeps every file within 300 lines', () => {
    const long = code.map((name) => [name, lineCount(name)] as const).filter(([, lines]) => lines > 300)
    expect(long).toEqual([])
  })

  it('keeps the median file within 60 lines', () => {
    const lengths = code.map(lineCount).sort((a, b) => a - b)
    expect(lengths[Math.floor(lengths.length / 2)]).toBeLessThanOrEqual(60)
  })

  it('names no file and no folder after nothing in particular', () => {
    const vague = /^(utils?|helpers?|misc|common)$/i
    const parts = (name: string) => name.split('/').map((part) => part.replace(/\..*$/, ''))
    expect(files().filter((name) => parts(name).some((part) => vague.test(part)))).toEqual([])
  })

  it('holds only questions and their instructions in the room for content', () => {
    const content = /^questions\/((bank|templates)\/[a-z0-9-]+\.md|exams\/[a-z0-9-]+\.yaml|README\.md)$/
    const others = files().filter((name) => name.startsWith('questions/') && !content.test(name))
    expect(others).toEqual([])
  })

  it.each([
    ['a test left out or run alone', /\b(it|test|describe)\.(skip|only|todo)\(/],
    ['work put off', new RegExp(`\\b(${['TO', 'FIX'].map((word, i) => word + ['DO', 'ME'][i]).join('|')})\\b`)],
    ['the type checker silenced', new RegExp(`@ts-${'ignore'}|@ts-${'nocheck'}|\\bas ${'any'}\\b`)],
  ])('contains nowhere %s', (_what, pattern) => {
    const typed = code.filter(
      (name) => /\.(ts|tsx|mjs|js)$/.test(name) && name !== path.posix.normalize('lib/start/checks/house.test.ts'),
    )
    expect(typed.filter((name) => pattern.test(read(name)))).toEqual([])
  })

  it('seeds every property test: what is green stays green', () => {
    const asserted = (name: string) => read(name).match(/\bfc\.assert\(/g)?.length ?? 0
    const seeded = (name: string) => read(name).match(/\bseed(ed)?\b|\boptions\b/g)?.length ?? 0
    const tests = code.filter((name) => name.endsWith('.test.ts') && !name.includes('house.test'))
    expect(tests.filter((name) => asserted(name) > seeded(name))).toEqual([])
  })
})
