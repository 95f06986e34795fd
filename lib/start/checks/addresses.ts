import { files, read } from './tree.ts'

const SOURCE = /^(components|app)\/.*\.tsx?$/
const TEST = /\.test\.tsx?$/
/** What begins an address of this site in a text of the code. */
const BEGINS = /(['"`])(?=\/(?:api|staff|exams|attempts|join|password|sign-in|sign-out|camera)(?:[/?'"`]|\$\{))/g

/** Addresses that the code of a file names; what is put in at run time reads `[*]`, the question after `?` is left out. */
export function addressesIn(source: string): string[] {
  return [...source.matchAll(BEGINS)].map((match) => addressAt(source, match.index + 1, match[1] ?? ''))
}

function addressAt(source: string, from: number, quote: string): string {
  let said = ''
  let depth = 0
  for (let k = from; k < source.length; k += 1) {
    const rest = source.slice(k, k + 2)
    if (depth > 0) {
      if (source[k] === '{') depth += 1
      if (source[k] === '}') depth -= 1
    } else if (rest === '${') {
      said += '[*]'
      depth = 1
      k += 1
    } else if (source[k] === quote || '?#\n'.includes(source[k] ?? '')) break
    else said += source[k]
  }
  return said.replace(/\/$/, '')
}

/** Addresses that are answered: of routes and pages, their parameters as `[name]`. */
export function answered(): string[] {
  return files().flatMap((name) => {
    const place = /^app(\/.*)?\/(?:route\.ts|page\.tsx)$/.exec(name)
    return place ? [(place[1] ?? '').replace(/\/\([^)]+\)/g, '')] : []
  })
}

/** Whether something answers there, or below: a file may name a base. */
export function leadsSomewhere(address: string, routes: readonly string[]): boolean {
  const wanted = address.split('/').slice(1)
  return routes.some((route) => {
    const there = route.split('/').slice(1)
    const rest = there.findIndex((part) => part.startsWith('[...'))
    if (rest < 0 && wanted.length > there.length) return false
    const fits = (part: string, k: number) => part.includes('[*]') || part === there[k] || there[k]?.startsWith('[')
    return wanted.slice(0, rest < 0 ? undefined : rest).every(fits)
  })
}

/** Each address that nothing answers, with the file that names it. */
export function deadAddresses(): string[] {
  const routes = answered()
  return files()
    .filter((name) => SOURCE.test(name) && !TEST.test(name))
    .flatMap((name) =>
      addressesIn(read(name))
        .filter((address) => !leadsSomewhere(address, routes))
        .map((address) => `${name}: ${address}`),
    )
}
