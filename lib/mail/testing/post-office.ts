import type { AddressInfo } from 'node:net'
import { SMTPServer, type SMTPServerOptions } from 'smtp-server'

/** A mail as a real server took it. */
export interface Received {
  to: string[]
  /** head and body, as they came over the wire */
  raw: string
  secure: boolean
  user: string | undefined
}

export interface PostOffice {
  port: number
  received: Received[]
  /** passwords that were sent, and whether over TLS */
  passwords: { pass: string; secure: boolean }[]
  close(): Promise<void>
}

type Saying = Error & { responseCode?: number }

/** What a server says no with. */
export function says(responseCode: number, message: string): Error {
  const error: Saying = new Error(message)
  error.responseCode = responseCode
  return error
}

interface Options extends SMTPServerOptions {
  /** what is said to a recipient; undefined takes them */
  recipient?: (address: string) => Error | undefined
  /** what is said to a mail that was sent; undefined takes it */
  content?: () => Error | undefined
  password?: string
}

/** A mail server on this machine that keeps what it is given. Without a password it asks for none. */
export async function openPostOffice({ recipient, content, password, ...options }: Options = {}): Promise<PostOffice> {
  const received: Received[] = []
  const passwords: PostOffice['passwords'] = []
  const server = new SMTPServer({
    logger: false,
    authOptional: password === undefined,
    hideSTARTTLS: true,
    closeTimeout: 50,
    ...options,
    onAuth(given, session, callback) {
      passwords.push({ pass: given.password ?? '', secure: session.secure })
      if (given.password === password) callback(null, { user: given.username ?? '' })
      else callback(says(535, 'Authentication failed'))
    },
    onRcptTo({ address }, _session, callback) {
      callback(recipient?.(address))
    },
    onData(stream, session, callback) {
      const chunks: Buffer[] = []
      stream.on('data', (chunk: Buffer) => chunks.push(chunk))
      stream.on('end', () => {
        const refused = content?.()
        if (refused) return callback(refused)
        const to = session.envelope.rcptTo.map(({ address }) => address)
        received.push({ to, raw: Buffer.concat(chunks).toString(), secure: session.secure, user: session.user })
        callback()
      })
    },
  })
  // a client that turns away from a certificate is no matter of the server's
  server.on('error', () => {})
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()))
  return {
    port: (server.server.address() as AddressInfo).port,
    received,
    passwords,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  }
}

/** The head of a mail, a line a header: lines that go on are joined. */
export function headOf({ raw }: Received): string[] {
  const [head = ''] = raw.split('\r\n\r\n')
  return head.replace(/\r\n[ \t]+/g, ' ').split('\r\n')
}
