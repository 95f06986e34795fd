import http from 'node:http'
import path from 'node:path'
import next from 'next'
import config from '../../next.config.js'
import { closePools } from '../db/pool.ts'
import { sendingQueue } from '../db/queue.ts'
import { environment } from '../environment.ts'
import { directly } from './direct.ts'
import { drain } from './drain.ts'
import { examPage } from './exam-page.ts'
import { loadRoutes } from './route-files.ts'

/** Milliseconds that requests under way are given when the server is asked to go; the supervisor waits a little longer. */
const patience = 3_000

const root = path.resolve(import.meta.dirname, '../..')
const port = Number(process.env.PORT)
const hostname = process.env.HOST || 'localhost'

const app = next({ dev: false, dir: root, hostname, port })
const server = http.createServer({ keepAliveTimeout: 65_000 })
const pages = app.getRequestHandler()
await app.prepare()
// The students' exam path is answered by its route files themselves; everything else is for Next.
const routes = await loadRoutes(root, '/api/exam/v1')
const always = ((await config.headers?.()) ?? []).flatMap(({ headers }) =>
  headers.map(({ key, value }) => [key, value] as const),
)
const direct = directly(routes, always)
const exam = examPage(pages, new URL(environment().NEXTAUTH_URL ?? `http://${hostname}:${port}`).host)
server.on('request', (incoming, outgoing) => {
  if (!direct(incoming, outgoing) && !exam(incoming, outgoing)) void pages(incoming, outgoing)
})
// A class knocks in the same second: who is turned away at the door tries again after 1, 3, 7, 15 seconds only.
server.listen({ port, host: hostname, backlog: 4_096 })

let ending = false
process.on('SIGTERM', async () => {
  if (ending) return
  ending = true
  await drain(server, patience)
  const queue = sendingQueue().then((boss) => boss.stop({ graceful: false }))
  await Promise.race([Promise.allSettled([queue, closePools()]), new Promise((resolve) => setTimeout(resolve, 500))])
  process.exit(0)
})
