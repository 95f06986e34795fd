import { isAlias, isNode, isScalar, LineCounter, type Node, parseDocument, visit } from 'yaml'
import type { Reader } from './reader.ts'
import { inWords, lostCommands } from './yaml-words.ts'

export const maximumFile = 200_000
const maximumYaml = 60_000
const maximumNesting = 200

/** A question file cut in two; offsets count from the start of the file. */
export interface Split {
  yaml: string
  yamlStart: number
  body: string
  bodyStart: number
}

/** Cuts the front matter off; null where the file does not begin with a `---` line that another one closes. */
export function splitFile(source: string): Split | null {
  const opening = /^\uFEFF?---[ \t]*\r?\n/.exec(source)
  if (!opening) return null
  const yamlStart = opening[0].length
  const closing = /^---[ \t]*(?:\r?\n|$)/m.exec(source.slice(yamlStart))
  if (!closing) return null
  const bodyStart = yamlStart + closing.index + closing[0].length
  return {
    yaml: source.slice(yamlStart, yamlStart + closing.index),
    yamlStart,
    body: source.slice(bodyStart),
    bodyStart,
  }
}

/** A file whose front matter nothing closes yet: all of it is front matter. */
export function openFile(source: string): Split | null {
  const [opening] = /^\uFEFF?---[ \t]*\r?\n/.exec(source) ?? []
  if (opening === undefined || splitFile(source)) return null
  return { yaml: source.slice(opening.length), yamlStart: opening.length, body: '', bodyStart: source.length }
}

export function countLines(source: string): LineCounter {
  const lines = new LineCounter()
  lines.addNewLine(0)
  for (let at = source.indexOf('\n'); at >= 0; at = source.indexOf('\n', at + 1)) lines.addNewLine(at + 1)
  return lines
}

/**
 * Parses YAML that is data and nothing else: no anchors, aliases, tags or merge keys, so that a short file cannot
 * stand for a huge one. Problems go to the reader; null where nothing can be read.
 */
export function parseYaml(reader: Reader, yaml: string, start: number): Node | null {
  if (yaml.length > maximumYaml) return reader.problem(start, `This part is longer than ${maximumYaml} characters.`)
  if (tooDeep(yaml)) return reader.problem(start, 'This is nested too deeply.')
  try {
    // The reader looks for keys that stand twice: the library's own check takes quadratic time.
    const document = parseDocument(yaml, { prettyErrors: false, uniqueKeys: false, strict: true, version: '1.2' })
    // What follows the first error is mostly its echo.
    for (const error of [...document.errors, ...document.warnings].slice(0, 1)) {
      reader.problem(...inWords(error, reader.source, start))
    }
    if (reader.problems.length > 0) return null
    visit(document, {
      Node(_, node) {
        const { anchor, tag } = node as { anchor?: string; tag?: string }
        if (isAlias(node) || anchor)
          reader.problem(node, 'Anchors and aliases (& and *) are not read; put it in quotes.')
        else if (tag) reader.problem(node, 'Tags (!) are not read; put it in quotes.')
        if (isScalar(node) && node.type === 'QUOTE_DOUBLE') {
          const from = reader.start(node)
          for (const lost of lostCommands(reader.slice(node), from)) reader.problem(...lost)
        }
      },
    })
    return isNode(document.contents) ? document.contents : null
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
    return reader.problem(start, 'This is nested too deeply.')
  }
}

/** Whether YAML is longer or deeper than anything a person writes. */
export function tooDeep(yaml: string): boolean {
  return yaml.length > maximumYaml || nesting(yaml) > maximumNesting || /^(?:[-?][ \t]+){40}/m.test(yaml)
}

/** How many brackets are open at once at most; quotes are not looked at, so this is an upper bound in sound files. */
function nesting(yaml: string): number {
  let depth = 0
  let deepest = 0
  for (const character of yaml) {
    if (character === '[' || character === '{') deepest = Math.max(deepest, ++depth)
    else if ((character === ']' || character === '}') && depth > 0) depth -= 1
  }
  return deepest
}
