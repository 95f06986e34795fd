import { Refusal } from './refusal.ts'

/** A batch of 50 long answers fits; nothing we expect is larger. */
export const maximumBytes = 2_000_000

/** What a file is sent as: no form and no link of another page can send it. */
export const fileType = 'application/octet-stream'

const tooLarge = () => new Refusal(413, 'too-large', 'The request is too large.')

/** Reads the bytes of a file: content type checked, size capped before and while reading. */
export async function readFile(request: Request, most: number): Promise<Buffer> {
  if (request.headers.get('content-type') !== fileType)
    throw new Refusal(415, 'content-type', `Send the file as ${fileType}.`)
  return readBytes(request, most)
}

async function readBytes(request: Request, most: number): Promise<Buffer> {
  if (Number(request.headers.get('content-length') ?? 0) > most) throw tooLarge()
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of request.body ?? []) {
    size += chunk.byteLength
    if (size > most) throw tooLarge()
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

/**
 * Reads a JSON body: content type checked, size capped before and while reading, keys that touch prototypes refused, NUL
 * taken out of texts, which no database text can hold.
 */
export async function readJson(request: Request): Promise<unknown> {
  const type = request.headers.get('content-type')?.split(';')[0]?.trim().toLowerCase()
  if (type !== 'application/json') throw new Refusal(415, 'content-type', 'Send JSON (application/json).')
  const bytes = await readBytes(request, maximumBytes)
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes), (key, value) => {
      if (key === '__proto__') throw new SyntaxError('A key may not be called __proto__.')
      return typeof value === 'string' ? value.replaceAll('\u0000', '') : value
    })
  } catch {
    throw new Refusal(400, 'json', 'The body is not valid JSON.')
  }
}
