/** A text as it is compared: what it says, without how it is set. */
export interface NormalText {
  /** stems of its words, numbers, and the parts of its formulas, in order */
  words: string[]
  /** the same, sentence by sentence */
  sentences: string[][]
  /** the words that stand under a negation, without it */
  denied: ReadonlySet<string>
  /** the words with one space between them: two texts with the same line say the same in the same words */
  line: string
}

/** Words that say nothing of what an answer means. “not” and its like are no such words. */
const silent = new Set(
  (
    'a an the this that these those is are was were be been being am do does did has have had of to in on at by for ' +
    'with from as it its it’s and or so then than there here which who whom whose what also very just we i you they he ' +
    'she our my your their will would can could should may might because since thus hence therefore'
  ).split(' '),
)

const mostCharacters = 20_000

/** Formulas between dollar signs or `\( … \)`; a dollar amount has no second sign on its line. */
const math =
  /\$\$[^$]{1,500}\$\$|\$[^$\n]{1,300}\$|\\\((?:(?!\\[()])[\s\S]){1,300}\\\)|\\\[(?:(?!\\[[\]])[\s\S]){1,500}\\\]/g

/**
 * Lower case, one spelling of every character, no Markdown; formulas without their sizes, styles and spaces; words
 * without their commonest endings. Bounded: what comes after twenty thousand characters is not compared.
 */
export function normaliseText(markdown: string): NormalText {
  const plain = markdown.slice(0, mostCharacters).normalize('NFKC').toLowerCase()
  const sentences = plain
    .split(sentenceEnd)
    .map((sentence) => negated(partsOf(sentence)))
    .filter(({ length }) => length > 0)
  const words = sentences.flat()
  const denied = new Set(words.flatMap((word) => (word.startsWith('¬') ? [word.slice(1)] : [])))
  return { words, sentences, denied, line: words.join(' ') }
}

/** A full stop or its like with a space after it, or the end of a paragraph or of a list's entry. */
const sentenceEnd = /[.!?;:]{1,9}(?=\s|$)|\n\s*(?=[-*+\n]|\d+[.)])/

function partsOf(sentence: string): string[] {
  const words: string[] = []
  let from = 0
  for (const found of sentence.matchAll(math)) {
    words.push(...wordsOf(sentence.slice(from, found.index)))
    words.push(...mathParts(found[0].replace(/^(?:\$+|\\[([])|(?:\$+|\\[)\]])$/g, '')))
    from = found.index + found[0].length
  }
  words.push(...wordsOf(sentence.slice(from)))
  return words
}

/** One says what the other denies: as alike as their words may be, they are no wordings of one answer. */
export function contradict(a: NormalText, b: NormalText): boolean {
  return denies(a, b) || denies(b, a)
}

function denies(a: NormalText, b: NormalText): boolean {
  for (const word of a.denied) if (!b.denied.has(word) && b.words.includes(word) && !a.words.includes(word)) return true
  return false
}

const negations = new Set(['not', 'no', 'never', 'without', 'cannot', 'neither', 'nor'])

/** What follows a negation is another word than it would be alone: “¬vanish”. */
function negated(words: readonly string[]): string[] {
  return words.flatMap((word, k) => {
    if (negations.has(word) && k < words.length - 1) return []
    return negations.has(words[k - 1] ?? '') ? [`¬${word}`] : [word]
  })
}

function wordsOf(text: string): string[] {
  const unmarked = text
    .replace(/```|[`*_~#>|]/g, ' ')
    .replace(/!?\[([^[\]\n]{0,200})\]\([^()\s]{0,500}\)/g, '$1')
    .replace(/[’‘]/g, "'")
    .replace(/(\p{L})'s\b/gu, '$1')
    .replace(/(\p{L})n't\b/gu, '$1 not')
    .replace(/(\d)\s*[x×*]\s*(?=\d)/g, '$1×')
  const found = unmarked.match(/\d+(?:[.,×]\d+)*|[\p{L}\p{M}]+/gu) ?? []
  return found.filter((word) => !silent.has(word)).map(stem)
}

function mathParts(source: string): string[] {
  const bare = source
    .replace(/\\(?:left|right|big|bigl|bigr|displaystyle|mathrm|mathbf|text|operatorname|,|;|!|:)(?![a-z])/g, '')
    .replace(/\\(?:cdot|times)(?![a-z])/g, '×')
  return bare.match(/\\[a-z]+|\d+(?:\.\d+)?|\p{L}|[-+×/=<>^_*]/gu) ?? []
}

/** Endings of English, the commonest only; a word of another language keeps nearly all of itself. */
export function stem(word: string): string {
  if (word.length < 5 || !/^[a-z]+$/.test(word)) return word
  const short = word
    .replace(/(?:iveness|fulness|ousness)$/, (end) => end.slice(0, 3))
    .replace(/(ss|ch|sh|x|z)es$/, '$1')
    .replace(/ies$/, 'y')
    .replace(/([^su])s$/, '$1')
  const bare = short.replace(/(?:ations?|ments?|ness|ing|ed|ly)$/, '')
  const kept = bare.length >= 3 ? bare : short
  return kept.replace(/([^aeiouls])\1$/, '$1').replace(/e$/, '')
}
