import type { Expression } from '../language/ast.ts'
import { parseText } from '../language/parse-text.ts'

/** `{{expr}}` in Markdown: offsets of the whole and the expression's text. `closed` is false where `}}` is missing. */
export interface Template {
  start: number
  end: number
  source: string
  /** offset of the expression's first character */
  inside: number
  closed: boolean
}

const maximumLength = 1000
/** In one text; far more than a page can hold. */
export const mostPrinted = 2000

/**
 * The templates of a text in order. The last two of a run of opening braces open one, and braces inside it are paired,
 * so that `{{s_{t-1}}}` and `\frac{{{x}}}{2}` mean what they look like.
 */
export function templatesIn(markdown: string): Template[] {
  const templates: Template[] = []
  for (let at = markdown.indexOf('{{'); at >= 0; ) {
    let inside = at + 2
    while (markdown[inside] === '{') inside += 1
    const close = closing(markdown, inside)
    const end = close === null ? inside : close + 2
    const source = close === null ? '' : markdown.slice(inside, close)
    templates.push({ start: inside - 2, end, source, inside, closed: close !== null })
    at = markdown.indexOf('{{', end)
  }
  return templates
}

/** Where the `}}` stands that closes a template whose expression starts at `inside`. */
function closing(markdown: string, inside: number): number | null {
  let depth = 0
  const limit = Math.min(markdown.length, inside + maximumLength)
  for (let at = inside; at < limit; at++) {
    if (markdown[at] === '{') depth += 1
    else if (markdown[at] === '}' && depth > 0) depth -= 1
    else if (markdown[at] === '}') return markdown[at + 1] === '}' ? at : null
  }
  return null
}

/** Replaces every template by what `fill` gives for it (in order, counted from 0). */
export function fillTemplates(markdown: string, fill: (template: Template, k: number) => string): string {
  let at = 0
  let filled = ''
  for (const [k, template] of templatesIn(markdown).entries()) {
    filled += markdown.slice(at, template.start) + fill(template, k)
    at = template.end
  }
  return filled + markdown.slice(at)
}

/** The expression of a template; null where it cannot be read (a parsed question has none of these). */
export function parseTemplate(template: Template): Expression | null {
  const outcome = template.closed ? parseText(template.source) : null
  return outcome?.ok ? outcome.value : null
}
