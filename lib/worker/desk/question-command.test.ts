import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { questionCommand } from './question-command.ts'

const folder = mkdtempSync(path.join(os.tmpdir(), 'referee-question-'))
const template = `---
title: Twice
parameters: { a: "decimals([2, 2], 1, 9, 1)" }
reference: { y: 2 a }
answers: { y: { points: 1 } }
mistakes:
  thrice: { steps: { y: 3 a }, says: "That is three times {{a}}.", earns: 0.5 }
---
Twice {{a}} is :answer[y].
`
const inBank = (name: string) => path.join(folder, 'bank', `${name}.md`)

beforeAll(() => {
  mkdirSync(path.join(folder, 'bank'))
  mkdirSync(path.join(folder, 'templates'))
  writeFileSync(path.join(folder, 'templates/blank.md'), template)
  Object.assign(process.env, { REFEREE_QUESTIONS: folder, REFEREE_BACKEND: 'cpu' })
})
afterAll(() => rmSync(folder, { recursive: true }))

let said: string[] = []
beforeEach(() => {
  said = []
})
const command = (...args: string[]) => questionCommand(args, (line) => said.push(line))

describe('npm run question', () => {
  it('new makes a file to start from, and never writes over one', async () => {
    expect(await command('new', 'twice')).toBe(0)
    expect(readFileSync(inBank('twice'), 'utf8')).toBe(template)
    writeFileSync(inBank('twice'), template.replace('Twice', 'Mine'))
    expect(await command('new', 'twice')).toBe(2)
    expect(said.at(-1)).toMatch(/twice\.md is there already/)
    expect(await command('new', 'again', '--from', 'twice')).toBe(0)
    expect(readFileSync(inBank('again'), 'utf8')).toContain('Mine')
    for (const name of ['../out', 'Upper', 'a/b', '']) expect(await command('new', name)).toBe(2)
    writeFileSync(path.join(folder, 'templates/told.md'), template.replace('title', '# Told. What it is for.\ntitle'))
    expect(await command('new')).toBe(2)
    expect(said.at(-1)).toMatch(/\n {2}blank\n {2}told {3}Told\. What it is for\.$/)
    expect(await command('new', 'told', '--template', 'told')).toBe(0)
    expect(readFileSync(inBank('told'), 'utf8')).toBe(template)
    expect(await command('new', 'other', '--template', 'blanc')).toBe(2)
    expect(said.at(-1)).toBe('There is no template “blanc”. Did you mean “blank”? There are blank, told.')
  })

  it('check points at what is wrong, and audits what is not', async () => {
    writeFileSync(inBank('torn'), template.replace('answers', 'answrs'))
    expect(await command('check', 'torn')).toBe(1)
    expect(said.slice(0, 3)).toEqual([
      expect.stringMatching(/torn\.md:2:1 The front matter needs “answers”\./),
      '    title: Twice',
      '    ^^^^^^^^^^^^',
    ])
    expect(said).toContain('    ^^^^^^ answers')
    said = []
    expect(await command('check', 'twice')).toBe(0)
    expect(said[0]).toContain('24 of 24 variants')
    expect(said.at(-1)).toBe('  fair: it can be used in an exam')
    writeFileSync(inBank('unfair'), template.replace('3 a', 'a + a'))
    expect(await command('check', inBank('unfair'))).toBe(1)
    expect(said.at(-1)).toMatch(/^ {2}not fair: .*README\.md says what helps$/)
    expect(await command('check', '--quick', 'unfair')).toBe(0)
  }, 150_000)

  it('preview prints the text with its numbers, what is right and what each mistake gives', async () => {
    expect(await command('preview', 'again', '--seed', 'one')).toBe(0)
    const text = said.join('\n')
    const [, numbers] = /Twice (\[.*\]) is :answer/.exec(text) ?? []
    const doubled = numbers?.replace(/[\d.]+/g, (one) => String(Number((2 * Number(one)).toFixed(3))))
    expect(text).toContain('# Mine   seed one')
    expect(text).toContain(`Right:\n  y = ${doubled} ± 0.0005`)
    expect(text).toContain(`That is three times ${numbers}.`)
    expect(await command('preview', 'unfair')).toBe(0)
    expect(said.join('\n')).toMatch(/no exam would take it\)\n! /)
    expect(await command('preview', 'torn')).toBe(1)
  }, 150_000)

  it('says how it is used', async () => {
    expect(await command('preview', 'nothing')).toBe(2)
    expect(said.at(-1)).toMatch(/^There is no question “nothing” in .*bank\.$/)
    expect(await command('check', '--slow')).toBe(2)
    expect(await command('preview', 'twice', 'again')).toBe(2)
    expect([await command('toString'), await command('--help')]).toEqual([2, 0])
    expect(await command('knew')).toBe(2)
    expect(said.at(-1)).toContain('npm run question -- new NAME')
  })
})
