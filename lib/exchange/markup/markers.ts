// Places are carried through HTML by characters that no text has: those of a text itself are taken out when it is read.
const valueMark = /\ue002([^\ue000-\ue005]*)\ue003/g

/** Where a field stands, in a text that is yet to become Markdown. */
export const placeAnswer = (name: string) => `\ue000${name}\ue001`

/** Where the value of an expression is printed. */
export const placeValue = (expression: string) => `\ue002${expression}\ue003`

/** Where a picture stands. */
export const placeFigure = (name: string) => `\ue004${name}\ue005`

export const withoutMarkers = (text: string) => text.replaceAll(/[\ue000-\ue005]/g, '')

/** A field or a picture stands in it: it cannot be a formula, code or the text of a link. */
export const hasPlace = (text: string) => /[\ue000\ue004]/.test(text)

/** Applies `convert` to what is no marker. */
export function aroundMarkers(text: string, convert: (text: string) => string): string {
  return text
    .split(/([\ue000\ue004][A-Za-z0-9_]+[\ue001\ue005]|\ue002[^\ue000-\ue005]*\ue003)/)
    .map((piece, k) => (k % 2 === 0 ? convert(piece) : piece))
    .join('')
}

/** The end of it: no braces of the text print anything, and each marker becomes what question files write. */
export function settleMarkers(markdown: string): string {
  return markdown
    .replace(/(?<=\{)\{/g, '\\{')
    .replace(valueMark, '{{$1}}')
    .replace(/([:\\])?([\ue000\ue004])([A-Za-z0-9_]+)[\ue001\ue005]([[{(])?/g, (_, before, mark, name, after) => {
      const kind = mark === '\ue000' ? 'answer' : 'figure'
      return `${before ? `${before} ` : ''}:${kind}[${name}]${after ? ` ${after}` : ''}`
    })
}
