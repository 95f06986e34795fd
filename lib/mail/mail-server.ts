import nodemailer from 'nodemailer'
import { environment } from '../environment.ts'
import type { Words } from './compose-mail.ts'

/** A mail as it is handed to the server. */
export interface Letter extends Words {
  /** its own for ever: a server that gets it twice can tell */
  id: string
  name: string
  address: string
}

export interface MailServer {
  post(letter: Letter): Promise<void>
  close(): void
}

const local = /^(localhost|127\.\d+\.\d+\.\d+|\[?::1\]?)$/

/**
 * `smtps://` speaks TLS from the start. `smtp://` goes over to it where the server offers it, and where there is a
 * password it has to, but for a server on the same machine; `?tls=required` and `?tls=optional` say otherwise.
 * Certificates are checked: `?verify=no` believes any.
 */
export function connectionOf(address: string) {
  const url = new URL(address)
  const password = url.username !== ''
  const host = url.hostname.replace(/^\[|\]$/g, '')
  const secure = url.protocol === 'smtps:'
  const tls = url.searchParams.get('tls')
  return {
    host,
    port: Number(url.port) || (secure ? 465 : 587),
    secure,
    requireTLS: !secure && (tls === null ? password && !local.test(url.hostname) : tls === 'required'),
    tls: { rejectUnauthorized: url.searchParams.get('verify') !== 'no' },
    ...(password ? { auth: { user: decodeURIComponent(url.username), pass: decodeURIComponent(url.password) } } : {}),
  }
}

/** The server that the settings name; null: none, and nobody is sent mail. */
export function openMailServer(): MailServer | null {
  const { SMTP_URL, MAIL_FROM } = environment()
  if (!SMTP_URL || !MAIL_FROM) return null
  const patience = { connectionTimeout: 20_000, greetingTimeout: 20_000, socketTimeout: 60_000 }
  const pool = { pool: true as const, maxConnections: 2 }
  // what a text names is text, never a file or an address to be fetched
  const inert = { disableFileAccess: true, disableUrlAccess: true }
  const transport = nodemailer.createTransport({ ...connectionOf(SMTP_URL), ...pool, ...patience, ...inert })
  const host = /@([^>]+)>?$/.exec(MAIL_FROM)?.[1] ?? 'localhost'
  return {
    async post({ id, name, address, subject, text, html }) {
      await transport.sendMail({
        from: MAIL_FROM,
        to: { name, address },
        subject,
        text,
        html,
        messageId: `<${id}@${host}>`,
        headers: { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' },
      })
    },
    close: () => transport.close(),
  }
}
