import http from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { examPage } from './exam-page.ts'

const ownHost = 'exams.example.edu'
const rendered: string[] = []
const server = http.createServer()

/** Stands for the framework: a page with scripts, coloured as the cookie says. */
function pages(incoming: http.IncomingMessage, outgoing: http.ServerResponse) {
  rendered.push(incoming.url ?? '')
  const nonce = crypto.randomUUID().replaceAll('-', '')
  outgoing.setHeader('content-security-policy', `script-src 'nonce-${nonce}'`)
  outgoing.setHeader('cache-control', 'no-store')
  outgoing.end(`<script nonce="${nonce}">${incoming.url} ${/theme=dark/.test(incoming.headers.cookie ?? '')}</script>`)
}

beforeAll(() => new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve)))
afterAll(() => void server.close())
beforeEach(() => {
  rendered.length = 0
  const kept = examPage(pages, ownHost)
  server.removeAllListeners('request')
  server.on('request', (incoming, outgoing) => {
    if (!kept(incoming, outgoing)) pages(incoming, outgoing)
  })
})

function look(path: string, headers: Record<string, string> = {}): Promise<{ policy: string; body: string }> {
  const { port } = server.address() as AddressInfo
  return new Promise((resolve, reject) => {
    http
      .get({ port, host: '127.0.0.1', path, headers: { host: ownHost, ...headers } }, async (reply) => {
        const body = (await reply.setEncoding('utf8').toArray()).join('')
        resolve({ policy: String(reply.headers['content-security-policy']), body })
      })
      .on('error', reject)
  })
}
const someone = () => `/attempts/${crypto.randomUUID()}`

/** Other work on the machine is no failure. */
const patiently = { timeout: 20_000 }

/** Looks until nothing more is rendered for it. */
async function known(headers: Record<string, string> = {}) {
  await vi.waitFor(async () => {
    const path = someone()
    await look(path, headers)
    expect(rendered).not.toContain(path)
  }, patiently)
  rendered.length = 0
}

describe('the exam page', () => {
  it('is rendered for nobody in particular, and given to each with their own address and a new nonce', async () => {
    await known()
    const paths = [someone(), someone()]
    const looks = await Promise.all(paths.map((path) => look(path)))
    expect(rendered).toEqual([])
    const nonces = looks.map(({ policy, body }, place) => {
      const nonce = /'nonce-(.+)'/.exec(policy)?.[1]
      expect(body).toBe(`<script nonce="${nonce}">${paths[place]} false</script>`)
      return nonce
    })
    expect(new Set(nonces).size).toBe(2)
  })

  it('is kept apart for every theme', async () => {
    await known()
    await known({ cookie: 'theme=dark' })
    expect((await look(someone(), { cookie: 'theme=dark' })).body).toContain(' true')
    expect((await look(someone(), { cookie: 'theme=light; other=1' })).body).toContain(' false')
  })

  it.each<[string, string, Record<string, string>]>([
    ['parts of it', someone(), { rsc: '1' }],
    ['another name of the machine', someone(), { host: '127.0.0.1' }],
    ['other pages', `${someone()}/result`, {}],
    ['something asked of it', `${someone()}?x=1`, {}],
  ])('leaves %s to the framework', async (_, path, headers) => {
    await known()
    await look(path, headers)
    expect(rendered).toEqual([path])
  })
})
