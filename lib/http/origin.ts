import { Refusal } from './refusal.ts'

const crossOrigin = () => new Refusal(403, 'cross-origin', 'Changes are accepted from this site’s own pages only.')

/**
 * Refuses a change that another site's page sends. Browsers say where a request comes from in Sec-Fetch-Site and Origin;
 * both must agree with our own address where they are there. `Origin: null` (sandboxes, redirects) is another site.
 * `ownOrigin` is the configured public origin; without one, the host the request was made to.
 */
export function requireSameOrigin(headers: Headers, ownOrigin: string | undefined): void {
  const site = headers.get('sec-fetch-site')
  if (site !== null && site !== 'same-origin') throw crossOrigin()
  const origin = headers.get('origin')
  if (origin === null) {
    if (site === null) throw crossOrigin()
    return
  }
  if (ownOrigin !== undefined && origin === ownOrigin) return
  if (!URL.canParse(origin) || new URL(origin).host !== headers.get('host')) throw crossOrigin()
}
