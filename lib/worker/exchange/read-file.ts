import { operations } from '../../../grader/operations/library.ts'
import { parseQuestion } from '../../../grader/question/parse-question.ts'
import type { FoundItem } from '../../exchange/item/item.ts'
import { freshName } from '../../exchange/item/names.ts'
import { questionFile } from '../../exchange/item/question-file.ts'
import type { PackedFile } from '../../exchange/qti/package-files.ts'
import { readForeign } from '../../exchange/read-foreign.ts'
import { type ForeignFormat, longestSource, type ReadQuestion, type ReadReport } from '../../exchange/report.ts'
import { slugAfter } from '../../http/slug-after.ts'

const mostNotes = 60
/** Of all pictures of a file together. */
const mostPictureBytes = 16_000_000

/** Reads a foreign file and says of each of its questions what it becomes, and what is wrong with that. */
export async function readForeignFile(
  bytes: Buffer,
  said: ForeignFormat | 'auto',
  unpack: (bytes: Buffer) => Promise<PackedFile[]>,
  most = mostPictureBytes,
): Promise<ReadReport> {
  const { format, items, problems } = await readForeign(bytes, said, unpack)
  const taken = new Set<string>()
  const pictures = new Map<string, Uint8Array>()
  const questions = items.map((found) => {
    const made = becomes(found, taken)
    const lost = made.source === null ? [] : keepPictures(found.pictures, pictures, most)
    return { ...made, notes: few([...made.notes, ...lost]) }
  })
  const kept = [...pictures].map(([file, one]) => ({ file, bytes: Buffer.from(one).toString('base64') }))
  return { format, problems, questions, pictures: kept }
}

function becomes({ id, title, was, item, notes }: FoundItem, taken: Set<string>): ReadQuestion {
  const name = { name: id, title, was }
  const nothing = { ...name, slug: '', source: null, fields: [], problems: [] }
  if (!item) return { ...nothing, notes }
  const made = questionFile(item)
  if (made.source.length > longestSource)
    return { ...nothing, notes: ['It is longer than 200,000 characters, which no question is here.'] }
  const slug = freshName(slugAfter(/^line \d+$/.test(id) ? title : id, 'question'), taken)
  const parsed = parseQuestion(made.source, slug, operations)
  const fields = parsed.ok ? parsed.question.answers : item.fields
  return {
    ...name,
    slug,
    source: made.source,
    fields: fields.map((field) => ({ name: field.name, kind: field.kind })),
    problems: parsed.ok ? [] : parsed.problems,
    notes: [...notes, ...made.notes],
  }
}

/** As many as a person reads, and as are kept with the question. */
const few = (notes: string[]) =>
  notes.length <= mostNotes
    ? notes
    : [...notes.slice(0, mostNotes - 1), `${notes.length - mostNotes + 1} more such notes are not shown.`]

/** Pictures go along as long as there are not too many; which do not is told. */
function keepPictures(brought: FoundItem['pictures'], kept: Map<string, Uint8Array>, most: number): string[] {
  const lost: string[] = []
  for (const [file, bytes] of brought) {
    const all = [...kept.values()].reduce((sum, one) => sum + one.length, bytes.length)
    if (kept.has(file)) continue
    if (all <= most) kept.set(file, bytes)
    else lost.push(`The pictures of this file are too large together: ${file} has to be uploaded in the editor.`)
  }
  return lost
}
