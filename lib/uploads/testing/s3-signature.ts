import { createHash, createHmac } from 'node:crypto'

/** A request as it arrived. */
export interface Signed {
  method: string
  /** path and query as they stood in the request line */
  address: string
  headers: Readonly<Record<string, string | undefined>>
}

const hex = (text: string | Buffer) => createHash('sha256').update(text).digest('hex')
const hmac = (key: string | Buffer, text: string) => createHmac('sha256', key).update(text).digest()

/** Signature Version 4 of a request, worked out as the protocol's documentation does, for the headers that it names. */
export function signatureOf({ method, address, headers }: Signed, secret: string): string {
  const [path = '', query = ''] = address.split('?')
  const parts = Object.fromEntries(
    (headers.authorization ?? '')
      .replace(/^AWS4-HMAC-SHA256 /, '')
      .split(/, */)
      .map((part) => part.split('=')),
  ) as Record<string, string | undefined>
  const [, day = '', region = '', service = ''] = (parts.Credential ?? '').split('/')
  const signed = (parts.SignedHeaders ?? '').split(';')
  const canonical = [
    method,
    path,
    query.split('&').sort().join('&'),
    ...signed.map((name) => `${name}:${(headers[name] ?? '').trim().replace(/ +/g, ' ')}`),
    '',
    signed.join(';'),
    headers['x-amz-content-sha256'] ?? '',
  ].join('\n')
  const scope = `${day}/${region}/${service}/aws4_request`
  const text = ['AWS4-HMAC-SHA256', headers['x-amz-date'] ?? '', scope, hex(canonical)].join('\n')
  const key = [region, service, 'aws4_request'].reduce(hmac, hmac(`AWS4${secret}`, day))
  return createHmac('sha256', key).update(text).digest('hex')
}

/** The signature that a request carries. */
export const signatureIn = ({ headers }: Signed): string =>
  /Signature=([0-9a-f]+)/.exec(headers.authorization ?? '')?.[1] ?? ''

export const payloadHash = hex
