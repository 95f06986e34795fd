import { writeAiken } from './aiken/write-aiken.ts'
import { writeGift } from './gift/write-gift.ts'
import type { Item, WrittenItem } from './item/item.ts'
import { moodleFile, writeMoodle } from './moodle/write-moodle.ts'
import { qtiPackage, writeQti } from './qti/write-qti.ts'
import type { ForeignFormat } from './report.ts'

export function writeForeign(format: ForeignFormat, item: Item): WrittenItem {
  return { qti: writeQti, moodle: writeMoodle, gift: writeGift, aiken: writeAiken }[format](item)
}

/** The file, or the files of a package, that hold the questions. */
export function foreignFile(
  format: ForeignFormat,
  written: readonly { slug: string; text: string }[],
): string | { name: string; content: string }[] {
  if (format === 'qti') return qtiPackage(written.map(({ slug, text }) => ({ id: slug, text })))
  if (format === 'moodle') return moodleFile(written.map(({ text }) => text))
  return written.map(({ text }) => text).join('\n')
}
