import { fileType } from '../../../http/body.ts'
import type { Outcome } from '../gives.ts'
import type { Row } from '../row.ts'
import type { Answer } from './outcome.ts'
import type { World } from './world.ts'

type Handler = (request: Request, context: { params: Promise<Record<string, string>> }) => Promise<Response>

/** What stands for the variable parts of an address. */
export function partsOf(address: string, world: World): Record<string, string> {
  const parts: Record<string, unknown> = { ...world, id: world.attemptId }
  const named = [...address.matchAll(/\[(\w+)\]/g)].map(([, name = '']) => name)
  return Object.fromEntries(named.map((name) => [name, String(parts[name] ?? '')]))
}

interface Asked {
  route: string
  file: string
  row: Row
  world: World
  cookie: string | undefined
}

/** Sends a route what a page of ours would send it. */
export async function askRoute({ route, file, row, world, cookie }: Asked): Promise<Answer> {
  const [method = '', address = ''] = route.split(' ')
  const handlers = (await import(/* @vite-ignore */ file)) as Record<string, Handler>
  const params = partsOf(address, world)
  const where = address.replace(/\[(\w+)\]/g, (_, name: string) => params[name] ?? '') + row.search
  const sent = row.body(world)
  const isFile = sent instanceof Uint8Array
  const body = method === 'GET' ? {} : { body: isFile ? new Uint8Array(sent) : JSON.stringify(sent) }
  const headers = {
    host: 'localhost',
    'sec-fetch-site': 'same-origin',
    'content-type': isFile ? fileType : 'application/json',
    ...(cookie ? { cookie } : {}),
  }
  const handler = handlers[method]
  if (!handler) return { outcome: `no ${method} in ${file}`, text: '' }
  const request = new Request(`http://localhost${where}`, { method, headers, ...body })
  const response = await handler(request, { params: Promise.resolve(params) })
  const text = await response.text()
  return { outcome: response.ok ? 'ok' : (response.status as Outcome), text }
}
