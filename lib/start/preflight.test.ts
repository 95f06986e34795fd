import fs from 'node:fs'
import net from 'node:net'
import os from 'node:os'
import path from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { freePort } from './free-port.ts'
import { findProblem, portProblem } from './preflight.mjs'

const fine = { root: os.tmpdir(), command: 'start', nodeVersion: '20.0.0' }
const closing: (() => void)[] = []

afterEach(() => {
  for (const close of closing.splice(0)) close()
})

function listen(): Promise<number> {
  const server = net.createServer()
  closing.push(() => server.close())
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => resolve((server.address() as net.AddressInfo).port))
  })
}

describe('before anything is installed', () => {
  it('finds nothing wrong where nothing is', async () => {
    expect(await findProblem({ ...fine, env: { PORT: String(await freePort()) } })).toBeNull()
  })

  it('says which Node is needed', async () => {
    expect(await findProblem({ ...fine, nodeVersion: '18.20.4', env: {} })).toBe(
      'Node 18.20.4 is too old: Referee needs Node 20 or newer.',
    )
  })

  it('says that the port is busy and how to choose another', async () => {
    const port = await listen()
    const problem = await findProblem({ ...fine, env: { PORT: String(port) } })
    expect(problem).toBe(`Port ${port} is busy: stop what listens there, or choose another: PORT=${port + 1} npm start`)
  })

  it('needs no port for the tests', async () => {
    const port = await listen()
    expect(await findProblem({ ...fine, command: 'test', env: { PORT: String(port) } })).toBeNull()
  })

  it.each(['0', '65536', '3000x', '-1', '30.5'])('refuses PORT=%s', async (PORT) => {
    expect(await portProblem({ PORT })).toBe(`PORT is "${PORT}": it must be a number from 1 to 65535.`)
  })

  it('refuses an address that is not of this machine', async () => {
    expect(await portProblem({ PORT: '3000', HOST: '192.0.2.1' })).toMatch(/^Cannot listen on 192\.0\.2\.1:3000/)
  })

  it('says which folder it may not write into', async () => {
    if (process.getuid?.() === 0) return // root may write anywhere
    const closed = fs.mkdtempSync(path.join(os.tmpdir(), 'referee-closed-'))
    fs.chmodSync(closed, 0o500)
    expect(await findProblem({ ...fine, root: closed, env: {} })).toMatch(`No permission to write into ${closed}:`)
    fs.rmdirSync(closed)
  })
})
