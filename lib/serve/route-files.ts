import fs from 'node:fs'
import path from 'node:path'

type Parameters = Record<string, string>
export type RouteHandler = (request: Request, context: { params: Promise<Parameters> }) => Promise<Response>
type RouteModule = Partial<Record<string, RouteHandler>>

export interface Route {
  /** an address's path, its variable parts captured by name */
  pattern: RegExp
  handlers: RouteModule
}

/** `attempts/[id]/route.ts` under `/api/x` as a pattern of addresses. */
export function patternOf(base: string, file: string): RegExp {
  const parts = path.posix
    .dirname(file)
    .split('/')
    .filter((part) => part !== '.')
  const steps = parts.map((part) => part.replaceAll('.', '\\.').replace(/^\[(\w+)\]$/, '(?<$1>[^/]+)'))
  return new RegExp(`^${[base, ...steps].join('/')}$`)
}

async function load(file: string): Promise<RouteModule> {
  try {
    return (await import(file)) as RouteModule
  } catch (error) {
    console.error(`${file} cannot be answered directly; the pages' framework answers it:`, error)
    return {}
  }
}

/** The route files below a folder of `app`, loaded as they are: the pages' framework need not stand between. */
export async function loadRoutes(root: string, base: string): Promise<Route[]> {
  const folder = path.join(root, 'app', base)
  const files = fs
    .readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => /(^|\/)route\.ts$/.test(file))
  // fixed parts before variable ones
  const ordered = files.sort((a, b) => a.split('[').length - b.split('[').length)
  return Promise.all(
    ordered.map(async (file) => ({
      pattern: patternOf(base, file),
      handlers: await load(path.join(folder, file)),
    })),
  )
}

/** The handler of an address, or null: then it is for the framework, its 404 and 405 included. */
export function findHandler(
  routes: readonly Route[],
  method: string,
  address: string,
): { handle: RouteHandler; params: Parameters } | null {
  for (const { pattern, handlers } of routes) {
    const found = pattern.exec(address)
    if (!found) continue
    const handle = /^(GET|POST|PUT|PATCH|DELETE)$/.test(method) ? handlers[method] : undefined
    if (!handle) return null
    const encoded = Object.entries(found.groups ?? {})
    if (encoded.some(([, value]) => value.includes('%'))) return null
    return { handle, params: Object.fromEntries(encoded) }
  }
  return null
}
