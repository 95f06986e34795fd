import path from 'node:path'
import { z } from 'zod'
import { readNetwork } from './access/networks.ts'

const text = z.string().min(1)

function readNetworks(list: string, context: z.core.$RefinementCtx): string[] {
  const networks: string[] = []
  for (const part of list.split(',').filter((one) => one.trim() !== '')) {
    const read = readNetwork(part)
    if (read.ok) networks.push(read.network)
    else context.addIssue(read.problem)
  }
  return networks
}

const schema = z.object({
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }),
  /** signs the sessions */
  NEXTAUTH_SECRET: text.optional(),
  /** public address, e.g. https://exams.example.edu: the only origin that may send changes */
  NEXTAUTH_URL: z.url().optional(),
  /** proxies whose X-Forwarded-For is believed: ranges of addresses, separated by commas */
  TRUST_PROXY: text.transform(readNetworks).default([]),
  /** another issuer to sign in with: all three or none */
  OIDC_ISSUER: z.url().optional(),
  OIDC_CLIENT_ID: text.optional(),
  OIDC_CLIENT_SECRET: text.optional(),
  OIDC_NAME: text.default('Single sign-on'),
  /** yes: addresses of which the issuer does not say whether it verified them are its people's own */
  OIDC_TRUST_EMAIL: z
    .enum(['yes', 'no'])
    .default('no')
    .transform((said) => said === 'yes'),
  /** where the web server reaches the grading process */
  REFEREE_GRADER_PORT: z.coerce.number().int().min(0).max(65535).optional(),
  REFEREE_GRADER_TOKEN: text.optional(),
  /** private keys, PKCS #8 in base64: Ed25519 for receipts, P-256 for what students seal; without them there is neither */
  REFEREE_RECEIPT_KEY: text.optional(),
  REFEREE_SEALING_KEY: text.optional(),
  /** the server that takes mail, e.g. smtp://name:password@mail.example.edu:587, and who it is from: both or neither */
  SMTP_URL: z.url({ protocol: /^smtps?$/ }).optional(),
  MAIL_FROM: z
    .string()
    .regex(/^([^<>\p{Cc}]*<[^\s<>@]+@[^\s<>@]+>|[^\s<>@]+@[^\s<>@]+)$/u, 'write a mail address')
    .optional(),
  /** where pages of answers are kept instead of the database: https://KEY:SECRET@host/bucket?region=… */
  UPLOADS_S3_URL: z.url({ protocol: /^https?$/ }).optional(),
  /** folder with bank/ and exams/ */
  REFEREE_QUESTIONS: text.default('questions'),
})

export type Environment = z.infer<typeof schema>

/** Reads settings; throws one sentence that names every variable that is wrong. An empty variable counts as absent. */
export function readEnvironment(variables: Record<string, string | undefined>): Environment {
  const present = Object.fromEntries(Object.entries(variables).filter(([, value]) => value !== ''))
  const parsed = schema.safeParse(present)
  if (!parsed.success) {
    const problems = parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`)
    throw new Error(`Wrong settings in the environment: ${problems.join('; ')}`)
  }
  const { OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET } = parsed.data
  const oidc = [OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET].filter(Boolean).length
  if (oidc % 3 !== 0) throw new Error('Set all of OIDC_ISSUER, OIDC_CLIENT_ID and OIDC_CLIENT_SECRET, or none of them.')
  if (!parsed.data.SMTP_URL !== !parsed.data.MAIL_FROM)
    throw new Error('Set both of SMTP_URL and MAIL_FROM, or neither of them.')
  return parsed.data
}

let settings: Environment | undefined

/** The settings of this process, read once, at first use. */
export function environment(): Environment {
  settings ??= readEnvironment(process.env)
  return settings
}

/** The folder of a kind of content. */
export function contentFolder(kind: 'bank' | 'exams' | 'templates'): string {
  return path.resolve(environment().REFEREE_QUESTIONS, kind)
}
