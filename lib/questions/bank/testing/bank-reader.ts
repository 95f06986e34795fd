import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { refreshBank } from '../../../worker/bank/bank-desk.ts'
import { readTexts, readTextsRequest } from '../../../worker/bank/read-texts.ts'
import { answerOfVersions } from '../../../worker/versions.ts'

interface BankReader {
  /** so many more it reads, and then answers nothing */
  left: number
  stop: () => void
}

/** What of the grading process reads the bank; to be started before anything reads the settings. */
export async function startBankReader(): Promise<BankReader> {
  const server = createServer(async (request, response) => {
    const body: unknown = JSON.parse(await text(request))
    if (request.url === '/versions/read') reader.left -= 1
    if (reader.left < 0) return response.destroy()
    const answer =
      request.url === '/bank/refresh'
        ? await refreshBank()
        : request.url === '/bank/read'
          ? await readTexts(readTextsRequest.parse(body))
          : await answerOfVersions(request.url ?? '', body)
    response.end(JSON.stringify(answer))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  process.env.REFEREE_GRADER_TOKEN = 'a token of the tests'
  process.env.REFEREE_GRADER_PORT = String((server.address() as AddressInfo).port)
  const reader: BankReader = {
    left: Number.POSITIVE_INFINITY,
    stop() {
      server.close()
      server.closeAllConnections()
    },
  }
  return reader
}
