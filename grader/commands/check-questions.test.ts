import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { executorsWith } from '../audit/testing/executors.ts'
import { readSample } from '../question/testing/read-sample.ts'
import { checkQuestions } from './check-questions.ts'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'questions-'))
  mkdirSync(join(folder, 'bank'))
  mkdirSync(join(folder, 'exams'))
  writeFileSync(join(folder, 'bank/gru-step.md'), readSample('gru-step'))
})
afterEach(() => rmSync(folder, { recursive: true }))

async function check(...slugs: string[]) {
  const lines: string[] = []
  const print = (line: string) => lines.push(line)
  const sound = await checkQuestions({ folder, slugs, count: 3, executors: executorsWith(), print })
  return { sound, text: lines.join('\n') }
}

it('audits every question and reads every exam', async () => {
  writeFileSync(join(folder, 'exams/e.yaml'), 'title: T\ncourse: C\nminutes: 60\nquestions: [{ question: gru-step }]')
  const { sound, text } = await check()
  expect(text).toContain('bank/gru-step.md: 3 of 3 variants')
  expect(text).toContain('exams/e.yaml: 1 questions, 60 minutes')
  expect(sound).toBe(true)
})

it('tells problems with file, line and column', async () => {
  writeFileSync(join(folder, 'bank/gru-step.md'), readSample('gru-step').replace('W_o s', 'W_o x'))
  const { sound, text } = await check()
  expect(text).toMatch(/bank\/gru-step\.md:17:\d+ o: W_o is 3×3 but x has 2 entries/)
  expect(sound).toBe(false)
})

it('tells a pool that is too small and a formula mistake that is right', async () => {
  writeFileSync(
    join(folder, 'bank/gru-step.md'),
    readSample('gru-step').replace('where:', '').replace('reference:', 'where: x > 5\nreference:'),
  )
  expect((await check()).sound).toBe(false)
  writeFileSync(
    join(folder, 'bank/gru-step.md'),
    readSample('conv-size').replace('"floor((W - F + 2P)/S)"', '"1 + floor((W - F + 2P)/S)"'),
  )
  const { sound, text } = await check()
  expect(text).toMatch(/bank\/gru-step\.md:27:\d+ width: mistake forgot-one is the same as the right formula\./)
  expect(sound).toBe(false)
})

it('tells an exam whose question is missing, and a slug that nothing has', async () => {
  writeFileSync(join(folder, 'exams/e.yaml'), 'title: T\ncourse: C\nminutes: 60\nquestions: [{ question: other }]')
  expect((await check('e')).text).toMatch(/exams\/e\.yaml:4:\d+ There is no question “other”\./)
  expect(await check('nobody')).toMatchObject({
    sound: false,
    text: expect.stringContaining('no question or exam “nobody”'),
  })
})
