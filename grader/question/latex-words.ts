import { greekCharacter, greekName } from '../language/greek.ts'
import { accentCommands, colourCommands, silentCommands, styleCommands } from '../language/latex-commands.ts'

/** What a command is in a line of plain text. One that is not named here is its own name: `\max` is max. */
const signs: Readonly<Record<string, string>> = {
  cdot: '·',
  times: '×',
  ast: '*',
  star: '⋆',
  odot: '⊙',
  oslash: '⊘',
  otimes: '⊗',
  oplus: '⊕',
  circ: '∘',
  div: '÷',
  pm: '±',
  mp: '∓',
  le: '≤',
  leq: '≤',
  leqslant: '≤',
  lt: '<',
  ge: '≥',
  geq: '≥',
  geqslant: '≥',
  gt: '>',
  ll: '≪',
  gg: '≫',
  ne: '≠',
  neq: '≠',
  approx: '≈',
  equiv: '≡',
  sim: '∼',
  propto: '∝',
  to: '→',
  rightarrow: '→',
  leftarrow: '←',
  mapsto: '↦',
  Rightarrow: '⇒',
  in: '∈',
  notin: '∉',
  subset: '⊂',
  cup: '∪',
  cap: '∩',
  forall: '∀',
  exists: '∃',
  sum: '∑',
  prod: '∏',
  int: '∫',
  partial: '∂',
  nabla: '∇',
  infty: '∞',
  ell: 'ℓ',
  top: 'T',
  prime: '′',
  ldots: '…',
  cdots: '…',
  dots: '…',
  lfloor: '⌊',
  rfloor: '⌋',
  lceil: '⌈',
  rceil: '⌉',
  langle: '⟨',
  rangle: '⟩',
  lvert: '|',
  rvert: '|',
  vert: '|',
  mid: '|',
  lVert: '‖',
  rVert: '‖',
  Vert: '‖',
  '|': '‖',
  lbrace: '{',
  rbrace: '}',
  lbrack: '[',
  rbrack: ']',
  dagger: '†',
}
const fractions = new Set(['frac', 'dfrac', 'tfrac', 'cfrac'])
const silent = new Set([...silentCommands, 'left', 'right', 'middle'])
const blanks = new Set([' ', ',', ':', ';', 'quad', 'qquad', 'enspace', 'thinspace', '\\'])
const accented: Readonly<Record<string, string>> = {
  ...accentCommands,
  ddot: 'double dot',
  check: 'check',
  breve: 'breve',
}
/** Where a word begins or ends: a blank if letters stand on both sides. */
const edge = '\u2063'

/** A formula in words for where only text can stand: `\hat m_t` is "m_t hat", `\frac{\partial L}{\partial w}` "(∂ L)/(∂ w)". */
export function latexWords(latex: string): string {
  const tokens = latex.match(/\\(?:[A-Za-z]+\*?|[\s\S])|\s+|[\s\S]/gu) ?? []
  let at = 0

  /** Up to the closing sign, or to the end. */
  function until(closing: string): string {
    let said = ''
    while (at < tokens.length && tokens[at] !== closing) said += piece()
    at += 1
    return said
  }

  /** What a command takes: a group, else the next thing. */
  function argument(): string {
    while (/^\s/.test(tokens[at] ?? '')) at += 1
    return at < tokens.length ? piece().trim() : ''
  }

  function scripts(): string {
    let said = ''
    while (tokens[at] === '_' || tokens[at] === '^' || tokens[at] === "'") said += piece()
    return said
  }

  function piece(): string {
    const token = tokens[at++] ?? ''
    if (token === '{') return until('}')
    if (token === '}') return ''
    if (token === '_' || token === '^') return token + whole(argument())
    if (token === '&' || token === '~') return ' '
    if (/^\s/.test(token)) return ' '
    return token.startsWith('\\') ? command(token.slice(1)) : token
  }

  function command(name: string): string {
    if (blanks.has(name)) return ' '
    if (silent.has(name)) return ''
    if (name === 'begin' || name === 'end') return argument() && ' '
    if (fractions.has(name)) return `${whole(argument())}/${whole(argument())}`
    if (name === 'sqrt') return tokens[at] === '[' ? rootOf() : `√${whole(argument())}`
    if (colourCommands.has(name)) return argument() && argument()
    if (Object.hasOwn(accented, name)) {
      const under = argument()
      return `${under}${scripts()} ${accented[name]}${edge}`
    }
    if (Object.hasOwn(styleCommands, name)) return argument()
    if (Object.hasOwn(signs, name)) return signs[name] ?? ''
    const letter = greekCharacter(greekName(name) ?? '')
    if (letter) return letter
    return /^[A-Za-z]/.test(name) ? edge + name.replace('*', '') + edge : name
  }

  function rootOf(): string {
    at += 1
    const degree = until(']')
    return `${degree}√${whole(argument())}`
  }

  let words = ''
  while (at < tokens.length) words += piece()
  return tidy(words)
}

/** What stands beside a sign is one thing. */
function whole(said: string): string {
  const tidied = tidy(said)
  return /^(?:[\p{L}\p{N}.,]+|.)$/u.test(tidied) ? tidied : `(${tidied})`
}

function tidy(said: string): string {
  return said
    .replace(/(?<=[\p{L}\p{N}])\u2063+(?=[\p{L}\p{N}])/gu, ' ')
    .replaceAll(edge, '')
    .replace(/\s+/g, ' ')
    .trim()
}
