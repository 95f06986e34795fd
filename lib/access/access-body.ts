import { z } from 'zod'
import { parse } from '../http/parse.ts'
import { plainCode } from './access-code.ts'
import { readNetwork } from './networks.ts'
import type { AccessRules } from './rules.ts'

const key = z
  .string()
  .trim()
  .toLowerCase()
  .regex(/^[0-9a-f]{64}$/, 'A key has 64 characters, digits and the letters a to f.')

/** A range of addresses in its one spelling. */
const network = z.string().transform((text, context) => {
  const read = readNetwork(text)
  if (read.ok) return read.network
  context.addIssue(read.problem)
  return z.NEVER
})

const accessCode = z
  .string()
  .trim()
  .max(60, 'The code is longer than 60 characters.')
  .refine((code) => plainCode(code).length >= 4, 'The code needs at least four letters or digits.')

/** The rules as staff set them, all of them at once. */
export const accessBody = z.strictObject({
  code: accessCode.nullable(),
  networks: z.array(network).max(200, 'More than 200 networks.'),
  safeBrowser: z.boolean(),
  /** pasted; the key of the settings below is added by us */
  configKeys: z.array(key).max(50, 'More than 50 Config Keys.'),
  browserKeys: z.array(key).max(50, 'More than 50 Browser Exam Keys.'),
  /** null: as is usual */
  phoneCamera: z.boolean().nullable().default(null),
  /** a .seb file in Base64; null: settings of our own; absent: those that were uploaded stay */
  settings: z.base64('The file did not arrive whole.').max(1_500_000, 'The file is larger than a megabyte.').nullish(),
})
export type AccessBody = z.input<typeof accessBody>

/** The rules as an exam's file has them: keys and settings are given on the exam's page. */
export function accessOfFile(given: Pick<AccessRules, 'code' | 'networks' | 'safeBrowser'>): AccessRules {
  return {
    ...parse(accessBody.omit({ settings: true }), { ...given, configKeys: [], browserKeys: [] }),
    configuration: null,
  }
}
