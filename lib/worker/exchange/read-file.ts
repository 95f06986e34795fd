import { operations } from '../../../grader/operations/library.ts'
import { parseQuestion } from '../../../grader/question/parse-question.ts'
import type { FoundItem } from '../../exchange/item/item.ts'
import { freshName, slugOf } from '../../exchange/item/names.ts'
import { questionFile } from '../../exchange/item/question-file.ts'
import type { PackedFile } from '../../exchange/qti/read-qti.ts'
import { readForeign } from '../../exchange/read-foreign.ts'
import type { ForeignFormat, ReadQuestion, ReadReport } from '../../exchange/report.ts'

/** Reads a foreign file and says of each of its questions what it becomes, and what is wrong with that. */
export async function readForeignFile(
  bytes: Buffer,
  said: ForeignFormat | 'auto',
  unpack: (bytes: Buffer) => Promise<PackedFile[]>,
): Promise<ReadReport> {
  const { format, items, problems } = await readForeign(bytes, said, unpack)
  const taken = new Set<string>()
  return { format, problems, questions: items.map((found) => becomes(found, taken)) }
}

function becomes({ id, title, was, item, notes }: FoundItem, taken: Set<string>): ReadQuestion {
  const name = { name: id, title, was }
  if (!item) return { ...name, slug: '', source: null, fields: [], problems: [], notes }
  const slug = freshName(slugOf(/^line \d+$/.test(id) ? title : id), taken)
  const made = questionFile(item)
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
