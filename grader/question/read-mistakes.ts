import type { PropertyMistake } from './definition.ts'
import { idPattern } from './read-alternatives.ts'
import type { Entry, Reader, TextParser } from './reader.ts'

/** The mistakes of one field by id, each an expression under `key` with what is said of it and what it earns. */
export function readMistakes(
  reader: Reader,
  entry: Entry | undefined,
  key: 'equals' | 'value',
  parser?: TextParser,
): PropertyMistake[] {
  if (!entry) return []
  return (reader.readMap(entry.node, 'mistakes', entry.keyNode) ?? []).flatMap((item) => {
    if (!idPattern.test(item.key)) reader.problem(item.keyNode, `An id is written like this-one, not “${item.key}”.`)
    const what = `mistake ${item.key}`
    const record = reader.readRecord(item.node, what, [key, 'says', 'earns'], [key, 'says'], item.keyNode)
    const given = record?.get(key)
    const read = given && reader.readExpression(given.node, `${key} of ${what}`, given.keyNode, parser)
    if (!record || !read) return []
    return [
      {
        ...reader.place(item.keyNode),
        id: item.key,
        expression: read.expression,
        source: read.source,
        says: reader.readText(record.get('says'), `says of ${what}`) ?? '',
        earns: reader.readNumber(record.get('earns'), 'earns', 0, 1),
      },
    ]
  })
}
