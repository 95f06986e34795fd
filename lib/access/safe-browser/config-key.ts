import { createHash } from 'node:crypto'
import { type Plist, PlistProblem, readPlist } from './plist.ts'

/** Keys in an order of no language: by lower case. Two that differ in case alone are refused when the list is read. */
function byName([a]: [string, Plist], [b]: [string, Plist]): number {
  const [one, other] = [a.toLowerCase(), b.toLowerCase()]
  return one < other ? -1 : one > other ? 1 : 0
}

const isEmptyDict = (value: Plist) => value.kind === 'dict' && value.entries.length === 0

/** Empty dictionaries are left out, also those that become empty by it. */
function withoutEmpty(value: Plist): Plist {
  if (value.kind === 'array') return { kind: 'array', items: value.items.map(withoutEmpty) }
  if (value.kind !== 'dict') return value
  const entries = value.entries.map(([key, member]): [string, Plist] => [key, withoutEmpty(member)])
  return { kind: 'dict', entries: entries.filter(([, member]) => !isEmptyDict(member)) }
}

function number(text: string, decimals: number): string {
  const value = Number(text.trim())
  if (text.trim() === '' || !Number.isFinite(value)) throw new PlistProblem(`“${text}” is no number.`)
  return String(Number(value.toFixed(decimals)))
}

/** "SEB-JSON": sorted, without white space, and without escaping, so that it is no JSON where a text has quotes in it. */
function sebJson(value: Plist): string {
  switch (value.kind) {
    case 'boolean':
      return String(value.value)
    case 'integer':
      return number(value.text, 0)
    case 'real':
      return number(value.text, 1)
    case 'string':
      return `"${value.text}"`
    case 'date':
      return `"${value.text.trim()}"`
    case 'data':
      return `"${value.text.replace(/\s/g, '')}"`
    case 'array':
      return `[${value.items.map(sebJson).join(',')}]`
    case 'dict':
      return `{${value.entries
        .toSorted(byName)
        .map(([key, member]) => `"${key}":${sebJson(member)}`)
        .join(',')}}`
  }
}

/** The settings as the Config Key sees them: who saved them does not count. */
export function settingsText(plist: Plist): string {
  if (plist.kind !== 'dict') throw new PlistProblem('The property list holds no settings (<dict>).')
  const entries = plist.entries.filter(([key]) => key !== 'originatorVersion')
  return sebJson(withoutEmpty({ kind: 'dict', entries }))
}

/** The Config Key of settings for Safe Exam Browser, as every version of it computes it. */
export function configKey(source: string): string {
  return createHash('sha256')
    .update(settingsText(readPlist(source)), 'utf8')
    .digest('hex')
}
