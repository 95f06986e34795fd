import { processWide } from '../db/process-wide.ts'
import { query } from '../db/query.ts'
import { type Exemption, readExemptions } from './exemptions.ts'
import { networkTest } from './networks.ts'
import { configKeysFor } from './safe-browser/exam-keys.ts'
import { publicOrigin } from './visit.ts'

/** The access rules of an exam; none of them set: it may be sat from anywhere. */
export interface AccessRules {
  code: string | null
  networks: string[]
  safeBrowser: boolean
  configKeys: string[]
  browserKeys: string[]
  configuration: string | null
  /** whether a telephone may add pages to answers; null: where neither networks nor Safe Exam Browser are asked for */
  phoneCamera: boolean | null
}

export const openToAll: AccessRules = {
  code: null,
  networks: [],
  safeBrowser: false,
  configKeys: [],
  browserKeys: [],
  configuration: null,
  phoneCamera: null,
}

/** What a request is held against: made once from the rules, since every save is. */
export interface Gate {
  rules: AccessRules
  inside: (address: string) => boolean
  /** of Safe Exam Browser, pasted and computed */
  configKeys: string[]
  /** by person */
  exempt: ReadonlyMap<string, Exemption>
}

/** How long rules are used before they are read again, in milliseconds: a change takes effect within this time. */
const freshFor = 5_000
interface Known {
  gate: Gate
  readAt: number
  reading: Promise<Gate> | null
}
const known = processWide('access-rules', () => new Map<string, Known>())

export async function readRules(examId: string): Promise<AccessRules> {
  const [row] = await query<AccessRules>(
    `SELECT code, networks, safe_browser AS "safeBrowser", config_keys AS "configKeys", browser_keys AS "browserKeys",
       configuration, phone_camera AS "phoneCamera" FROM exam_access WHERE exam_id = $1`,
    [examId],
  )
  return row ?? openToAll
}

async function read(examId: string): Promise<Gate> {
  const [rules, exempt] = await Promise.all([readRules(examId), readExemptions(examId)])
  const configKeys = rules.safeBrowser ? configKeysFor(rules, publicOrigin('http://localhost'), examId) : []
  const gate = { rules, inside: networkTest(rules.networks), configKeys, exempt }
  known().set(examId, { gate, readAt: performance.now(), reading: null })
  return gate
}

/** The gate of an exam: one query in five seconds serves all who sit it. Without the database the old one stays. */
export async function gateOf(examId: string): Promise<Gate> {
  const held = known().get(examId)
  if (!held) return read(examId)
  if (performance.now() - held.readAt <= freshFor) return held.gate
  held.reading ??= read(examId).catch(() => {
    known().set(examId, { ...held, readAt: performance.now(), reading: null })
    return held.gate
  })
  return held.reading
}

/** Which of the rules count for a person. */
export function rulesFor({ rules, exempt }: Gate, personId: string): Exemption {
  const free = exempt.get(personId)
  return {
    networks: rules.networks.length > 0 && !free?.networks,
    safeBrowser: rules.safeBrowser && !free?.safeBrowser,
  }
}

/** Whether this person's telephone may add pages: as staff said, else where the exam may be taken from anywhere. */
export async function phoneCameraAllowed(examId: string, personId: string): Promise<boolean> {
  const gate = await gateOf(examId)
  const { networks, safeBrowser } = rulesFor(gate, personId)
  return gate.rules.phoneCamera ?? !(networks || safeBrowser)
}

/** The rules were changed here: read anew at once. */
export function forgetGate(examId: string): void {
  known().delete(examId)
}
