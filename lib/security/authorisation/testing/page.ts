import { AsyncLocalStorage } from 'node:async_hooks'
import { cookiesOf } from '../../../auth/of-request.ts'
import { Refusal } from '../../../http/refusal.ts'
import type { Outcome } from '../gives.ts'
import type { PageRow } from '../row.ts'
import { type Answer, textOf } from './outcome.ts'
import { partsOf } from './route.ts'
import type { World } from './world.ts'

/** Whose browser asks for a page. */
export const browser = new AsyncLocalStorage<{ cookie: string | undefined }>()

class Elsewhere extends Error {
  readonly outcome: Outcome
  constructor(outcome: Outcome) {
    super(`elsewhere: ${outcome}`)
    this.outcome = outcome
  }
}

/** In place of the framework's: there is no request of its own here. */
export const headersOfNext = {
  headers: async () => new Headers({ host: 'localhost' }),
  cookies: async () => {
    const all = cookiesOf(browser.getStore()?.cookie)
    return { getAll: () => all, get: (name: string) => all.find((one) => one.name === name) }
  },
}
export const navigationOfNext = {
  notFound() {
    throw new Elsewhere(404)
  },
  redirect(address: string) {
    if (!/^\/(?!\/)/.test(address)) throw new Error(`sent to ${address}`)
    // a page that sends on shows nothing of its own; where it leads has a row
    throw new Elsewhere(address.startsWith('/sign-in?') ? 401 : 'ok')
  },
  useRouter: () => ({}),
  usePathname: () => '/',
}

type Page = (props: { params: Promise<unknown>; searchParams: Promise<unknown> }) => Promise<unknown>

/** Runs a page as the framework does, up to what it hands to its components: all that could be shown. */
export async function visitPage(file: string, { address, search }: PageRow, world: World): Promise<Answer> {
  const { default: page } = (await import(/* @vite-ignore */ file)) as { default: Page }
  const params = partsOf(address, world)
  for (const name of Object.keys(params)) params[name] = encodeURIComponent(params[name] ?? '')
  try {
    const shown = await page({ params: Promise.resolve(params), searchParams: Promise.resolve(search) })
    return { outcome: 'ok', text: textOf(shown) }
  } catch (error) {
    if (error instanceof Elsewhere) return { outcome: error.outcome, text: '' }
    if (error instanceof Refusal) return { outcome: error.status as Outcome, text: '' }
    return { outcome: `broke: ${error instanceof Error ? error.stack : error}`, text: '' }
  }
}
