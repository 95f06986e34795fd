import { readAiken } from './aiken/read-aiken.ts'
import { readGift } from './gift/read-gift.ts'
import type { FoundFile } from './item/item.ts'
import { decodeText } from './item/text.ts'
import { readMoodle } from './moodle/read-moodle.ts'
import { otherPackage, otherSystem } from './other-systems.ts'
import type { PackedFile } from './qti/package-files.ts'
import { readQti, readQtiPackage } from './qti/read-qti.ts'
import type { ForeignFormat } from './report.ts'

type Read = FoundFile & { format: ForeignFormat }

const readers = { qti: readQti, moodle: readMoodle, gift: readGift, aiken: readAiken }
const prologue = /^(?:\s|<\?[\s\S]*?\?>|<!--[\s\S]*?-->|<!DOCTYPE[^>[]*>)*<(?:[\w.-]+:)?([\w.-]+)/

/** What a file seems to be. */
function formatOf(text: string): ForeignFormat {
  if (text.trimStart().startsWith('<')) return prologue.exec(text)?.[1] === 'quiz' ? 'moodle' : 'qti'
  return /^ANSWER:\s*[A-Z]\s*$/im.test(text) && !/[{}]/.test(text) ? 'aiken' : 'gift'
}

const isZip = (bytes: Uint8Array) => bytes[0] === 0x50 && bytes[1] === 0x4b

/**
 * Reads a foreign file: as what it is said to be, or as what it seems. `unpack` opens an archive.
 * @throws Refusal where it is a file of another kind, which is told
 */
export async function readForeign(
  bytes: Buffer,
  said: ForeignFormat | 'auto',
  unpack: (bytes: Buffer) => Promise<PackedFile[]>,
): Promise<Read> {
  if (isZip(bytes)) return readPackage(await unpack(bytes), said)
  const text = decodeText(bytes)
  const other = otherSystem(bytes, text)
  if (other) throw other
  return readText(text, said)
}

function readText(text: string, said: ForeignFormat | 'auto'): Read {
  const format = said === 'auto' ? formatOf(text) : said
  return { format, ...readers[format](text) }
}

/** A package of QTI; or an archive of files of another format, which are read one after the other. */
function readPackage(all: readonly PackedFile[], said: ForeignFormat | 'auto'): Read {
  const files = all.filter(({ name }) => !/(?:^|\/)(?:__MACOSX\/|\.[^/]+$)/.test(name))
  const other = otherPackage(files.map(({ name }) => name))
  if (other) throw other
  const texts = files.filter(({ name }) => /\.(?:xml|txt|gift)$/i.test(name) && !/imsmanifest\.xml$/i.test(name))
  const read = texts.map(({ bytes }) => decodeText(bytes))
  const format = said === 'auto' ? commonest(read) : said
  if (format === 'qti') return { format, ...readQtiPackage(files) }
  const found = read.map((text) => readers[format](text))
  return {
    format,
    items: found.flatMap(({ items }) => items),
    problems: found.flatMap(({ problems }, k) => problems.map((problem) => `${texts[k]?.name}: ${problem}`)),
  }
}

/** Moodle where any of them is; QTI where any of them is XML, or where there are none. */
function commonest(texts: readonly string[]): ForeignFormat {
  const formats = texts.map(formatOf)
  return (['moodle', 'qti', 'aiken', 'gift'] as const).find((format) => formats.includes(format)) ?? 'qti'
}
