import { RefusedFile } from './refused.ts'

export const xmlLimits = { characters: 12_000_000, elements: 200_000, depth: 100 }

/** A name and where a definition would lie, which is never fetched; nothing is declared in it. */
const bareType =
  /^(?:\s|<\?[^>]*>|<!--[\s\S]*?-->)*(<!DOCTYPE\s+[\w:.-]+(?:\s+(?:SYSTEM|PUBLIC\s+(?:"[^"<>]*"|'[^'<>]*')))?(?:\s+(?:"[^"<>]*"|'[^'<>]*'))?\s*>)/i

/** The text without a document type that declares nothing; lines stay where they are. */
export function withoutBareType(xml: string): string {
  const found = bareType.exec(xml)
  const type = found?.[1]
  if (!found || type === undefined) return xml
  const at = found[0].length - type.length
  return xml.slice(0, at) + type.replaceAll(/[^\n]/g, ' ') + xml.slice(found[0].length)
}

const token =
  /<!--[\s\S]*?(?:-->|$)|<!\[CDATA\[[\s\S]*?(?:\]\]>|$)|<\?[\s\S]*?(?:\?>|$)|<!|<\/|<(?:[^<>"']|"[^"]*"|'[^']*')*>|</g

/**
 * Looks at a text before it is parsed as XML, in one pass: no declarations (and so no entities of its own), no more
 * elements and no deeper than any question needs.
 * @throws RefusedFile
 */
export function guardXml(xml: string, limits = xmlLimits): void {
  if (xml.length > limits.characters) throw new RefusedFile('The file is too long.')
  let depth = 0
  let elements = 0
  for (const [found] of xml.matchAll(token)) {
    if (found === '<!')
      throw new RefusedFile(
        'The file has a document type with declarations of its own (DOCTYPE). Such files are not read.',
      )
    if (found === '</') depth -= 1
    else if (found.startsWith('<!') || found.startsWith('<?')) continue
    else {
      elements += 1
      if (!found.endsWith('/>')) depth += 1
      if (depth > limits.depth) throw new RefusedFile('The elements of the file are nested too deeply.')
      if (elements > limits.elements) throw new RefusedFile('The file has too many elements.')
    }
  }
}
