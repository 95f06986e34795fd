import { fillTemplates, templatesIn } from '../../../grader/question/template.ts'
import type { StoredTensor } from '../../../grader/question/variant.ts'
import { tensorLatex, tensorWords } from './tensor-latex.ts'

/** The text between `{{` and `}}`, trimmed: an expression over parameters and steps. */
export type TemplateSource = string

/** Every expression that a text prints, in order, once each. */
export function printedIn(markdown: string): TemplateSource[] {
  return [...new Set(templatesIn(markdown).map((found) => found.source.trim()))]
}

/** Where math stands in a Markdown text: offsets of `$…$` and `$$…$$`, code spans skipped. */
function mathRanges(markdown: string): { from: number; to: number; display: boolean }[] {
  const ranges: { from: number; to: number; display: boolean }[] = []
  const token = /\\\$|`[^`]*`|\$\$|\$/g
  let open: { from: number; fence: string } | null = null
  for (const found of markdown.matchAll(token)) {
    const text = found[0]
    if (text[0] !== '$') continue
    if (!open) open = { from: found.index, fence: text }
    else if (text === open.fence || text === '$$') {
      ranges.push({ from: open.from, to: found.index + text.length, display: open.fence === '$$' })
      open = null
    }
  }
  return ranges
}

/**
 * Puts the values in place of the templates. Inside math they are LaTeX; in running text they become math of their own.
 * @throws Error for a template without a value: the file's check refuses it long before
 */
export function fillValues(markdown: string, values: Readonly<Record<TemplateSource, StoredTensor>>): string {
  const ranges = mathRanges(markdown)
  return fillTemplates(markdown, ({ source, start }) => {
    const value = printedValue(values, source.trim())
    const range = ranges.find((r) => r.from < start && start < r.to)
    const inline = !range?.display
    const latex = tensorLatex(value, { inline })
    return range ? latex : `$${latex}$`
  })
}

/** The same for a text of which a value may be missing (a key from before it was kept): its expression stands there then. */
export function fillKnown(markdown: string, values: Readonly<Record<TemplateSource, StoredTensor>>): string {
  if (printedIn(markdown).every((source) => Object.hasOwn(values, source))) return fillValues(markdown, values)
  return fillTemplates(markdown, ({ source }) =>
    Object.hasOwn(values, source.trim()) ? tensorWords(printedValue(values, source.trim())) : source.trim(),
  )
}

/** The same for text alternatives, where no math can stand. */
export function fillWords(text: string, values: Readonly<Record<TemplateSource, StoredTensor>>): string {
  return fillTemplates(text, ({ source }) => tensorWords(printedValue(values, source.trim())))
}

function printedValue(values: Readonly<Record<TemplateSource, StoredTensor>>, source: TemplateSource): StoredTensor {
  const value = Object.hasOwn(values, source) ? values[source] : undefined
  if (!value) throw new Error(`no value was computed for {{${source}}}`)
  return value
}
