import { readAiken } from './aiken/read-aiken.ts'
import { readGift } from './gift/read-gift.ts'
import type { FoundFile } from './item/item.ts'
import { decodeText } from './item/text.ts'
import { readMoodle } from './moodle/read-moodle.ts'
import type { PackedFile } from './qti/package-files.ts'
import { readQti, readQtiPackage } from './qti/read-qti.ts'
import type { ForeignFormat } from './report.ts'

/** What a file seems to be. */
function formatOf(text: string): ForeignFormat {
  const start = text.trimStart().slice(0, 2000)
  if (start.startsWith('<')) return /<quiz[\s>]/.test(start) ? 'moodle' : 'qti'
  return /^ANSWER:\s*[A-Z]\s*$/im.test(text) && !/[{}]/.test(text) ? 'aiken' : 'gift'
}

const isZip = (bytes: Uint8Array) => bytes[0] === 0x50 && bytes[1] === 0x4b

/** Reads a foreign file: as what it is said to be, or as what it seems. `unpack` opens an archive. */
export async function readForeign(
  bytes: Buffer,
  said: ForeignFormat | 'auto',
  unpack: (bytes: Buffer) => Promise<PackedFile[]>,
): Promise<FoundFile & { format: ForeignFormat }> {
  if (isZip(bytes)) return { format: 'qti', ...readQtiPackage(await unpack(bytes)) }
  const text = decodeText(bytes)
  const format = said === 'auto' ? formatOf(text) : said
  const read = { qti: readQti, moodle: readMoodle, gift: readGift, aiken: readAiken }[format]
  return { format, ...read(text) }
}
