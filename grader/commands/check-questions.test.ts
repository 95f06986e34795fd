import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { executorsWith } from '../audit/testing/executors.ts'
import { readSample } from '../question/testing/read-sample.ts'
import { type CheckOptions, checkQuestions } from './check-questions.ts'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'questions-'))
  mkdirSync(join(folder, 'bank'))
  mkdirSync(join(folder, 'exams'))
  writeFileSync(join(folder, 'bank/gru-step.md'), readSample('gru-step'))
})
afterEach(() => rmSync(folder, { recursive: true }))

async function checkAs(output: CheckOptions['output'], slugs: string[] = []) {
  const lines: string[] = []
  const print = (line: string) => lines.push(line)
  const sound = await checkQuestions({ folder, slugs, count: 3, executors: executorsWith(), output, print })
  return { sound, text: lines.join('\n') }
}

const check = (...slugs: string[]) => checkAs('text', slugs)

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

const copying =
  '---\ntitle: T\nparameters:\n  x: decimals([3], 1, 9, 1)\nreference:\n  y: x\nanswers:\n  y: { points: 1 }\n---\n:answer[y]\n'

it('is not content with a pool: what is found by working with it counts', async () => {
  writeFileSync(join(folder, 'bank/copying.md'), copying)
  const { sound, text } = await check('copying')
  expect(text).toContain('3 of 3 variants')
  expect(text).toContain('failed: A copy of x earns at y 100 % on average')
  expect(sound).toBe(false)
})

it('prints the reports as one JSON document', async () => {
  writeFileSync(join(folder, 'bank/bad.md'), 'no question')
  const { sound, text } = await checkAs('json')
  expect(sound).toBe(false)
  expect(JSON.parse(text)).toMatchObject([
    { problem: expect.stringContaining('bank/bad.md:1:1 ') },
    { slug: 'gru-step', accepted: 3, examination: { checks: expect.any(Array) } },
  ])
})

it('prints what the audit keeps away, question by question', async () => {
  writeFileSync(join(folder, 'bank/conv-size.md'), readSample('conv-size'))
  const { sound, text } = await checkAs('collisions')
  expect(text).toMatch(/^conv-size +\d+ draws +\d\d\.\d % before +0\.0 % after$/m)
  expect(text).toMatch(/^gru-step +\d+ draws +\d+\.\d % before +0\.0 % after$/m)
  expect(sound).toBe(true)
})
