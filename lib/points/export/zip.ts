import { Readable } from 'node:stream'
import { crc32, createDeflateRaw } from 'node:zlib'

export interface ZipFile {
  name: string
  /** texts, or bytes */
  content: AsyncIterable<string | Uint8Array> | Iterable<string | Uint8Array>
}

interface Written {
  name: Buffer
  crc: number
  packed: number
  size: number
  offset: number
}

/** Sizes follow the content; names are UTF-8. */
const flags = 0x0808
const deflated = 8
/** 1 January 1980, the first day of the format: the same content gives the same bytes. */
const day = 0x0021

function numbers(...parts: [value: number, bytes: 2 | 4][]): Buffer {
  const out = Buffer.alloc(parts.reduce((sum, [, bytes]) => sum + bytes, 0))
  let at = 0
  for (const [value, bytes] of parts) at = out.writeUIntLE(value, at, bytes)
  return out
}

function described({ crc, packed, size }: Pick<Written, 'crc' | 'packed' | 'size'>): [number, 4][] {
  return [
    [crc, 4],
    [packed, 4],
    [size, 4],
  ]
}

const common = (name: Buffer, sizes: [number, 4][]): [number, 2 | 4][] => [
  [20, 2],
  [flags, 2],
  [deflated, 2],
  [0, 2],
  [day, 2],
  ...sizes,
  [name.length, 2],
  [0, 2],
]

function entry({ name, offset, ...rest }: Written): Buffer {
  const tail: [number, 2 | 4][] = [
    [0, 2],
    [0, 2],
    [0, 2],
    [0, 4],
    [offset, 4],
  ]
  return Buffer.concat([numbers([0x02014b50, 4], [20, 2], ...common(name, described(rest)), ...tail), name])
}

/** A ZIP archive, packed while its content is made: it needs neither all of it in memory nor the thread for long. */
export async function* zip(files: Iterable<ZipFile> | AsyncIterable<ZipFile>): AsyncGenerator<Uint8Array> {
  const written: Written[] = []
  let at = 0
  const sent = (bytes: Buffer) => {
    at += bytes.length
    return bytes
  }
  for await (const file of files) {
    const name = Buffer.from(file.name)
    const one: Written = { name, crc: 0, packed: 0, size: 0, offset: at }
    yield sent(Buffer.concat([numbers([0x04034b50, 4], ...common(name, described(one))), name]))
    for await (const chunk of deflate(file.content, one)) {
      one.packed += chunk.length
      yield sent(chunk)
    }
    yield sent(numbers([0x08074b50, 4], ...described(one)))
    written.push(one)
  }
  const start = at
  for (const one of written) yield sent(entry(one))
  const count = written.length
  yield numbers([0x06054b50, 4], [0, 2], [0, 2], [count, 2], [count, 2], [at - start, 4], [start, 4], [0, 2])
}

async function* deflate(content: ZipFile['content'], one: Written): AsyncGenerator<Buffer> {
  async function* bytes() {
    for await (const part of content) {
      const piece = typeof part === 'string' ? Buffer.from(part) : part
      one.crc = crc32(piece, one.crc)
      one.size += piece.length
      yield piece
    }
  }
  const source = Readable.from(bytes(), { objectMode: false })
  const packing = createDeflateRaw({ level: 4 })
  source.on('error', (error) => packing.destroy(error))
  yield* source.pipe(packing) as AsyncIterable<Buffer>
}
