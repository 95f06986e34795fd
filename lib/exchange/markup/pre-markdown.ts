import { escapeMarkdown } from './escape-markdown.ts'
import { aroundMarkers, hasPlace } from './markers.ts'
import { type Element, textOf } from './tree.ts'

/** Fenced code; with a field in it, lines of text. */
export function preMarkdown(node: Element): string[] {
  const text = textOf(node).replace(/^\n|\s+$/g, '')
  if (text.trim() === '') return []
  if (hasPlace(text))
    return [
      text
        .split('\n')
        .map((line) => aroundMarkers(line, escapeMarkdown))
        .join('\\\n'),
    ]
  const longest = Math.max(2, ...[...text.matchAll(/`+/g)].map(([run]) => run.length))
  const fence = '`'.repeat(longest + 1)
  return [`${fence}\n${aroundMarkers(text, (plain) => plain.replaceAll('{{', '{ {'))}\n${fence}`]
}
