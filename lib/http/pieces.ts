import { createHash } from 'node:crypto'
import { promisify } from 'node:util'
import { constants, crc32, deflateRaw } from 'node:zlib'

const pack = promisify(deflateRaw)

/** A stretch of text that goes to many, packed once: packed pieces in a row are the packed text. */
export interface Piece {
  text: Buffer
  /** raw deflate, flushed to a whole byte and not ended */
  packed: Buffer
  /** stands for the text in an ETag */
  mark: string
}

export async function makePiece(text: string): Promise<Piece> {
  const bytes = Buffer.from(text)
  const packed = await pack(bytes, { finishFlush: constants.Z_FULL_FLUSH })
  return { text: bytes, packed, mark: createHash('sha256').update(bytes).digest('base64url') }
}

const gzipHead = Buffer.from([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 3])
/** an empty last block */
const deflateEnd = Buffer.from([3, 0])

function gzipOf(pieces: readonly Piece[]): Buffer {
  const tail = Buffer.alloc(8)
  let sum = 0
  let length = 0
  for (const { text } of pieces) {
    sum = crc32(text, sum)
    length += text.length
  }
  tail.writeUInt32LE(sum, 0)
  tail.writeUInt32LE(length % 2 ** 32, 4)
  return Buffer.concat([gzipHead, ...pieces.map(({ packed }) => packed), deflateEnd, tail])
}

/** JSON in pieces that the browser may keep for itself and ask about again: 304 where it is still the same. */
export function answerPieces(request: Request, pieces: readonly Piece[]): Response {
  const marks = createHash('sha256')
  for (const { mark } of pieces) marks.update(mark)
  const etag = `"${marks.digest('base64url').slice(0, 27)}"`
  const headers = new Headers({
    'cache-control': 'private, no-cache',
    'content-type': 'application/json',
    etag,
    vary: 'cookie, accept-encoding',
  })
  const known = request.headers.get('if-none-match')?.split(',') ?? []
  if (known.some((tag) => tag.trim().replace(/^W\//, '') === etag)) return new Response(null, { status: 304, headers })
  if (!/\bgzip\b/.test(request.headers.get('accept-encoding') ?? ''))
    return new Response(new Uint8Array(Buffer.concat(pieces.map(({ text }) => text))), { headers })
  headers.set('content-encoding', 'gzip')
  return new Response(new Uint8Array(gzipOf(pieces)), { headers })
}
