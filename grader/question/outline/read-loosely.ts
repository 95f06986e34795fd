import { isMap, isNode, parseDocument, type YAMLMap } from 'yaml'
import type { OperationLibrary } from '../../language/types.ts'
import { countLines, maximumFile, openFile, splitFile, tooDeep } from '../front-matter.ts'
import { type QuestionDraft, questionKeys, readDraft } from '../question-draft.ts'
import { Reader } from '../reader.ts'

/** What could be read of a file that may be broken. Its reader has its own problems, which nobody is told. */
export interface Loose {
  reader: Reader
  root: YAMLMap | null
  draft: QuestionDraft
  body: string
  bodyStart: number
}

/** Reads as much of a question file as can be; the front matter ends with the file where nothing closes it. */
export function readLoosely(source: string, library: OperationLibrary): Loose | null {
  if (source.length > maximumFile) return null
  const split = splitFile(source) ?? openFile(source)
  if (!split) return null
  const { yaml, yamlStart, body, bodyStart } = split
  const reader = new Reader(source, yamlStart, countLines(source))
  const root = parseLoosely(yaml)
  const record = root ? reader.readRecord(root, '', questionKeys, [], root) : null
  return { reader, root, draft: readDraft(reader, record ?? new Map(), library), body, bodyStart }
}

function parseLoosely(yaml: string): YAMLMap | null {
  if (tooDeep(yaml)) return null
  try {
    const { contents } = parseDocument(yaml, {
      prettyErrors: false,
      uniqueKeys: false,
      strict: false,
      logLevel: 'silent',
    })
    return isNode(contents) && isMap(contents) ? contents : null
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
    return null
  }
}
