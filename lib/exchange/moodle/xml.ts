import { escapeMarkup } from '../markup/entities.ts'

/** HTML inside XML; nothing in it can end the section. */
export const cdata = (text: string) => `<![CDATA[${text.replaceAll(']]>', ']]]]><![CDATA[>')}]]>`

export const plainText = (name: string, text: string) => `<${name}><text>${escapeMarkup(text)}</text></${name}>`

export const htmlText = (name: string, html: string, attributes = '') =>
  `<${name}${attributes} format="html"><text>${html === '' ? '' : cdata(html)}</text></${name}>`

export const lines = (...parts: (string | false)[]) => parts.filter((part) => part !== false).join('\n    ')
