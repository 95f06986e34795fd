import { escapeMarkup } from '../markup/entities.ts'
import { outgoingHtml } from '../markup/outgoing.ts'
import { element } from '../markup/tree.ts'

/** HTML inside XML; nothing in it can end the section. */
export const cdata = (text: string) => `<![CDATA[${text.replaceAll(']]>', ']]]]><![CDATA[>')}]]>`

export const plainText = (name: string, text: string) => `<${name}><text>${escapeMarkup(text)}</text></${name}>`

export const htmlText = (name: string, html: string, attributes = '') =>
  `<${name}${attributes} format="html"><text>${html === '' ? '' : cdata(html)}</text>${filesIn(html)}</${name}>`

/** Markdown of a question as HTML whose pictures lie beside it. */
export const moodleHtml = (markdown: string, answer?: (name: string) => string) =>
  outgoingHtml(markdown, answer, (file, alt) => [element('img', { src: `@@PLUGINFILE@@/${file}`, alt })])

/** The pictures that a text names, each with a place for its bytes. */
function filesIn(html: string): string {
  const names = new Set([...html.matchAll(/src="@@PLUGINFILE@@\/([a-z0-9.-]+)"/g)].map(([, name = '']) => name))
  return [...names].map((name) => `<file name="${name}" path="/" encoding="base64"></file>`).join('')
}

/** A file taken apart at the places for bytes: texts, and between them the pictures whose bytes stand there. */
export function betweenFiles(xml: string): { text: string; picture: string | null }[] {
  const parts = xml.split(/(?<=<file name="([a-z0-9.-]+)" path="\/" encoding="base64">)(?=<\/file>)/)
  return Array.from({ length: Math.ceil(parts.length / 2) }, (_, k) => ({
    text: parts[2 * k] ?? '',
    picture: parts[2 * k + 1] ?? null,
  }))
}

export const lines = (...parts: (string | false)[]) => parts.filter((part) => part !== false).join('\n    ')
