import { greekName } from './greek.ts'

export const accents = ['tilde', 'hat', 'bar', 'dot', 'vec'] as const

/** The parts of a name: `tilde(s)_t'` has accent tilde, base s, subscripts [t] and one prime. */
export interface NameParts {
  accent: string | null
  base: string
  subscripts: string[]
  primes: number
}

/** The one spelling of a name: Greek as words, simple subscripts without braces, primes last. */
export function joinName({ accent, base, subscripts, primes }: NameParts): string {
  const letter = greekName(base) ?? base
  const head = accent ? `${accent}(${letter})` : letter
  const tail = subscripts.map((subscript) => {
    const plain = plainSubscript(subscript)
    return /^[A-Za-z0-9]+$/.test(plain) ? `_${plain}` : `_{${plain}}`
  })
  return head + tail.join('') + "'".repeat(primes)
}

/** Subscript content as compared: no spaces, no braces, no upright-text commands, Greek letters as words. */
function plainSubscript(source: string): string {
  return source
    .replace(/\\(?:text|mathrm|mathit|mathbf|mathsf|operatorname)\b/g, '')
    .replace(/\\[,;:! ]/g, '')
    .replace(/\\([A-Za-z]+)/g, (_, command: string) => greekName(command) ?? command)
    .replace(/[\s{}\\]/g, '')
    .replace(/\p{L}/gu, (letter) => greekName(letter) ?? letter)
    .replaceAll('−', '-')
}

const pattern = new RegExp(
  `^(?:(${accents.join('|')})\\((.+?)\\)|\\\\?([\\p{L}][\\p{L}\\p{Nd}]*))((?:_\\{(?:[^{}]|\\{[^{}]*\\})*\\}|_[\\p{L}\\p{Nd}]+|\\^?['′’])*)$`,
  'u',
)

/** Takes a name apart; null if the text is no name. */
export function splitName(source: string): NameParts | null {
  const match = pattern.exec(source.trim())
  if (!match) return null
  const inner = match[1] ? splitName(match[2] ?? '') : null
  if (match[1] && (!inner || inner.accent)) return null
  const subscripts = [...(inner?.subscripts ?? [])]
  let primes = inner?.primes ?? 0
  for (const piece of (match[4] ?? '').match(/_\{(?:[^{}]|\{[^{}]*\})*\}|_[\p{L}\p{Nd}]+|\^?['′’]/gu) ?? []) {
    if (piece.startsWith('_')) subscripts.push(piece.slice(1).replace(/^\{|\}$/g, ''))
    else primes += 1
  }
  return { accent: match[1] ?? null, base: inner?.base ?? match[3] ?? '', subscripts, primes }
}

/** The one spelling of a name written as `W_{o}`, `σ`, `\sigma`, `H^'` …; null if the text is no name. */
export function canonicalName(source: string): string | null {
  const parts = splitName(source)
  return parts && joinName(parts)
}

/** How a name with an accent or primes is typed by those who cannot type them: `y_hat`, `yhat`, `H_prime`. */
export function plainSpellings(source: string): string[] {
  const parts = splitName(source)
  if (!parts) return []
  const { accent, base, subscripts, primes } = parts
  if (accent) {
    const rest = { accent: null, primes }
    return [
      joinName({ ...rest, base, subscripts: [accent, ...subscripts] }),
      joinName({ ...rest, base: `${base}${accent}`, subscripts }),
    ]
  }
  return primes === 1 ? [joinName({ accent: null, base, subscripts: [...subscripts, 'prime'], primes: 0 })] : []
}
