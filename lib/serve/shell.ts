/** A place in a page where something of each look stands. */
export type Gap = 'id' | 'nonce'
type Cut = readonly (string | { gap: Gap })[]

/** A page that is the same for everybody but for the id in its address and the nonce of its scripts. */
export interface Shell {
  headers: readonly (readonly [name: string, value: Cut])[]
  body: Cut
}

/** A page as it was rendered for one id. */
export interface Rendered {
  status: number
  headers: readonly (readonly [name: string, value: string])[]
  body: string
}

/** What belongs to one answer on one connection, not to the page. */
const ofTheAnswer = new Set(['connection', 'keep-alive', 'transfer-encoding', 'content-length', 'date'])

function cut(text: string, gaps: Record<Gap, string>): Cut {
  const gapOf = new Map(Object.entries(gaps).map(([gap, value]) => [value, { gap: gap as Gap }]))
  const values = new RegExp(`(${[...gapOf.keys()].join('|')})`)
  return text.split(values).map((part) => gapOf.get(part) ?? part)
}

export function fill(parts: Cut, values: Record<Gap, string>): string {
  return parts.map((part) => (typeof part === 'string' ? part : values[part.gap])).join('')
}

/** The shell of a page that was rendered for `id`; null where it is none: another status, a cookie, no nonce. */
function shellOf({ status, headers, body }: Rendered, id: string): Shell | null {
  const policy = headers.find(([name]) => name === 'content-security-policy')?.[1] ?? ''
  const nonce = /'nonce-([\w+/=-]{20,})'/.exec(policy)?.[1]
  if (status !== 200 || !nonce || headers.some(([name]) => name === 'set-cookie')) return null
  const gaps = { id, nonce }
  const kept = headers
    .filter(([name]) => !ofTheAnswer.has(name))
    .map(([name, value]) => [name, cut(value, gaps)] as const)
  return { headers: kept, body: cut(body, gaps) }
}

/**
 * The shell of a page, found by looking at it twice with ids of nobody: only a page that comes out alike both times may
 * be given to others. Null where it does not.
 */
export async function findShell(render: (id: string) => Promise<Rendered>): Promise<Shell | null> {
  const looks = [crypto.randomUUID(), crypto.randomUUID()]
  const [one, other] = await Promise.all(looks.map(async (id) => shellOf(await render(id), id)))
  return one && JSON.stringify(one) === JSON.stringify(other) ? one : null
}
