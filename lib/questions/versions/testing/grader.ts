import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import os from 'node:os'
import path from 'node:path'
import { text } from 'node:stream/consumers'
import { answerOfVersions } from '../../../worker/versions.ts'

/** A grading process that reads the texts of questions, and a bank of files of its own; to be started before the environment is read. */
export async function startReader() {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'referee-bank-'))
  mkdirSync(path.join(folder, 'bank'))
  process.env.REFEREE_QUESTIONS = folder
  let away = false
  const server = createServer(async (request, response) => {
    if (away) return void request.socket.destroy()
    const answer = await answerOfVersions(request.url ?? '', JSON.parse(await text(request)))
    response.end(JSON.stringify(answer))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  process.env.REFEREE_GRADER_TOKEN = 'a token of the tests'
  process.env.REFEREE_GRADER_PORT = String((server.address() as AddressInfo).port)
  return {
    file: (slug: string, source: string) => writeFileSync(path.join(folder, `bank/${slug}.md`), source),
    goAway: (gone: boolean) => {
      away = gone
    },
    stop() {
      server.close()
      server.closeAllConnections()
      rmSync(folder, { recursive: true })
    },
  }
}

/** A small question; `right` is its reference. */
export const twice = (right = '2 a', more = '') => `---
title: Twice
parameters:
  a: decimal(1, 9, 1)
reference:
  y: ${right}
answers:
  y: { points: 1 }
mistakes:
  thrice: { steps: { y: 3 a }, says: No }
---
Twice {{a}} is :answer[y]
${more}`
