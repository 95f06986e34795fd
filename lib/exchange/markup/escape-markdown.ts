/**
 * A text as Markdown that says just that text: nothing in it becomes emphasis, math, a link, HTML, a directive or a
 * value to be printed.
 */
export function escapeMarkdown(text: string): string {
  return (
    text
      .replace(/[\\*[\]$~|]|<(?=[A-Za-z/!?])|&(?=#?\w+;)|:(?=[A-Za-z:])|!(?=\[)/g, '\\$&')
      // whoever looks for code counts escaped backticks as well
      .replaceAll('`', '&#96;')
      .replace(/(?<![A-Za-z0-9])_|_(?![A-Za-z0-9])/g, '\\_')
  )
}

/** What begins a line of a paragraph must not begin a heading, a list, a quote, a rule or a table. */
export function escapeLineStart(line: string): string {
  return line
    .replace(/^(\d{1,9})([.)])(?=\s|$)/, '$1\\$2')
    .replace(/^(?:#{1,6}(?=\s|$)|>|[-+](?=\s|$)|-+(?=[-\s]*$)|=+(?=\s*$))/, '\\$&')
}

/** LaTeX inside dollars of Markdown; values to be printed are none of its braces. */
export function mathSource(latex: string, display = false): string {
  const tex = latex
    .trim()
    .replaceAll('{{', '{ {')
    .replaceAll(/\s*\n\s*/g, ' ')
  if (tex === '') return ''
  if (display) return `$$\n${tex.replaceAll('$$', '')}\n$$`
  return tex.includes('$') ? `$$${tex.replaceAll('$$', '')}$$` : `$${tex}$`
}

export function codeSource(code: string): string {
  const text = code.replaceAll('{{', '{ {').replaceAll(/\s+/g, ' ')
  const longest = Math.max(0, ...[...text.matchAll(/`+/g)].map(([run]) => run.length))
  const fence = '`'.repeat(longest + 1)
  const pad = text.startsWith('`') || text.endsWith('`') || (text.startsWith(' ') && text.trim() !== '') ? ' ' : ''
  return text.trim() === '' ? '' : `${fence}${pad}${text}${pad}${fence}`
}
