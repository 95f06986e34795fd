/** The words of a text as they are looked for: small letters without accents, each once. */
export function wordsOf(text: string): string[] {
  const plain = text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
  return [...new Set(plain.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== ''))]
}

/** Words as a card keeps them: a blank before each, so that the beginning of one can be found. */
export function keptWords(texts: readonly string[], most = 8_000): string {
  const kept = wordsOf(texts.join(' '))
    .map((word) => ` ${word.slice(0, 40)}`)
    .join('')
  return kept.length <= most ? kept : kept.slice(0, kept.lastIndexOf(' ', most))
}
