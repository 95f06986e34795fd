/** Characters that GIFT escapes stand for themselves: while a file is taken apart they are letters of private use. */
const escaped = '~=#{}:\\\n'
const base = 0xe010

/** A character that means itself, whatever it means to GIFT. */
export const hidden = (character: string) => String.fromCharCode(base + escaped.indexOf(character))

/** `\~` … become letters that mean nothing; so do `\n`, a line that ends no question, and `\\`, a backslash. */
export function hideEscapes(text: string): string {
  return text.replace(/\\([~=#{}:n\\])/g, (_, found: string) => hidden(found === 'n' ? '\n' : found))
}

export function showEscapes(text: string): string {
  return text.replace(/[\ue010-\ue017]/g, (found) => escaped[found.charCodeAt(0) - base] ?? '')
}

export const withoutHidden = (text: string) => text.replaceAll(/[\ue010-\ue017]/g, '')

export function escapeGift(text: string): string {
  return text.replaceAll(/[\\~=#{}:]/g, '\\$&').replaceAll('\n', '\\n')
}
