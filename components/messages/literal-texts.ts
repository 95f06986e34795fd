/** Attributes whose value a person sees or hears. */
const spoken = /\b(?:aria-label|title|alt|placeholder|aria-description)="([^"]*)"/g

/** Text between tags: what follows a `>` on its own or inside a line, up to the next tag or expression. */
const between =
  /(?:<\/?[A-Za-z][^<>{}]*(?:\{[^{}]*\}[^<>{}]*)*|\/)>\s*([^<>{}]*[A-Za-z]{2,}[^<>{}]*?)\s*(?=<\/|<[A-Za-z]|\{)/g

/**
 * Visible words that a component spells out instead of taking them from the catalogue. A plain scan of the source: it
 * knows JSX by its look, which is enough to notice a sentence.
 */
export function literalTexts(source: string): string[] {
  const markup = source.replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '')
  const words = [...markup.matchAll(spoken), ...markup.matchAll(between)].map((found) => (found[1] ?? '').trim())
  return words.filter((text) => /[A-Za-z]{2,}/.test(text) && !/[=;()|&]|\breturn$|^\w+:$/.test(text))
}
