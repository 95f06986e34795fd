/** Characters that GIFT escapes stand for themselves: while a file is taken apart they are letters of private use. */
const escaped = '~=#{}:'
const base = 0xe010

/** `\~` … become letters that mean nothing; `\n` is a line, `\\` a backslash before one of these. */
export function hideEscapes(text: string): string {
  return text.replace(/\\([~=#{}:n\\])/g, (_, found: string) => {
    if (found === 'n') return '\n'
    if (found === '\\') return String.fromCharCode(base + escaped.length)
    return String.fromCharCode(base + escaped.indexOf(found))
  })
}

export function showEscapes(text: string): string {
  return text.replace(/[\ue010-\ue016]/g, (found) => `${escaped}\\`[found.charCodeAt(0) - base] ?? '')
}

export const withoutHidden = (text: string) => text.replaceAll(/[\ue010-\ue016]/g, '')

export function escapeGift(text: string): string {
  return text.replaceAll(/[\\~=#{}:]/g, '\\$&').replaceAll('\n', '\\n')
}
