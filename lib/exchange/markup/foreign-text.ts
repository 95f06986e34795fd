import { markdownToMarkup } from './from-markdown.ts'
import type { Note } from './inline-markdown.ts'
import { type PlacePicture, withPictures } from './pictures.ts'
import { readHtml } from './read-html.ts'
import { markupToMarkdown } from './to-markdown.ts'
import { element, type Markup, textOf } from './tree.ts'

export type TextFormat = 'html' | 'markdown' | 'plain'

/** A text of a foreign file as Markdown of question files. Its markers are ours: the reader has taken out all others. */
export function foreignText(text: string, format: TextFormat, note?: Note, place?: PlacePicture): string {
  if (format === 'html') {
    const nodes = readHtml(text).children
    return markupToMarkdown(place ? withPictures(nodes, place) : nodes, note)
  }
  if (format === 'plain') return markupToMarkdown(lines(text), note)
  const going = {
    math: (tex: string, display: boolean) => [display ? `\\[${tex}\\]` : `\\(${tex}\\)`],
    answer: (name: string) => [`:answer[${name}]`],
    figure: (name: string) => [`:figure[${name}]`],
    image: (src: string, alt: string) => [element('img', { src, alt })],
  }
  const nodes = markdownToMarkup(text, going)
  return markupToMarkdown(place ? withPictures(nodes, place) : nodes, note)
}

function lines(text: string): Markup[] {
  return text.split(/\n[ \t]*\n/).map((part) =>
    element(
      'p',
      {},
      part.split('\n').flatMap((line, k): Markup[] => (k === 0 ? [line] : [element('br'), line])),
    ),
  )
}

/** A text without anything but its words, for titles. */
export function plainWords(markdown: string, most = 80): string {
  const going = { math: (tex: string) => [tex], answer: () => ['…'], figure: () => [] }
  const words = markdownToMarkup(markdown.slice(0, 2000).replaceAll('\\\n', '\n'), going)
    .map(textOf)
    .join(' ')
    .replaceAll(/\s+/g, ' ')
    .replace(/[\s…]+$/, '')
    .trim()
  return words.length > most ? `${words.slice(0, most - 1).toWellFormed()}…` : words
}
