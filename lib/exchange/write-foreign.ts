import { writeAiken } from './aiken/write-aiken.ts'
import { writeGift } from './gift/write-gift.ts'
import type { Item, WrittenItem } from './item/item.ts'
import { moodleFile, writeMoodle } from './moodle/write-moodle.ts'
import { betweenFiles } from './moodle/xml.ts'
import { type OutgoingFile, qtiPackage, writeQti } from './qti/write-qti.ts'
import type { ForeignFormat } from './report.ts'

export function writeForeign(format: ForeignFormat, item: Item): WrittenItem {
  return { qti: writeQti, moodle: writeMoodle, gift: writeGift, aiken: writeAiken }[format](item)
}

/** What goes out: a package of files, or one file in pieces, each with the picture whose bytes follow it. */
export type OutgoingFiles =
  | { kind: 'package'; files: OutgoingFile[] }
  | { kind: 'file'; pieces: { text: string; picture: string | null }[] }

export function foreignFiles(
  format: ForeignFormat,
  written: readonly { slug: string; text: string; pictures: readonly string[] }[],
): OutgoingFiles {
  const texts = written.map(({ text }) => text)
  if (format === 'qti')
    return { kind: 'package', files: qtiPackage(written.map(({ slug, ...rest }) => ({ id: slug, ...rest }))) }
  if (format === 'moodle') return { kind: 'file', pieces: betweenFiles(moodleFile(texts)) }
  return { kind: 'file', pieces: [{ text: texts.join('\n'), picture: null }] }
}
