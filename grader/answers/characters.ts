/** The zeros of the decimal digits people type; the nine digits after each follow in order. */
const zeros = [0x660, 0x6f0, 0x7c0, 0x966, 0x9e6, 0xa66, 0xae6, 0xb66, 0xbe6, 0xc66, 0xce6, 0xd66, 0xe50, 0xed0, 0xf20]

const superscripts: Record<string, string> = { '⁺': '+', '⁻': '-', '⁽': '(', '⁾': ')' }

const sameCharacter: [RegExp, string][] = [
  [/[−–—‐‑‒―﹣]/g, '-'],
  [/[×✕⨯·⋅∙∗]/g, '*'],
  [/[÷∕⁄]/g, '/'],
  [/['’‘ʼ′´`٬]/g, "'"],
  [/٫/g, '.'],
]

/** A fraction that was one sign or one command: `1½` is a mixed number, `2^½` is a power. */
function fractionAfter(before: string, numerator: string, denominator: string): string {
  return /\^\s*$/.test(before) ? `(${numerator}/${denominator})` : ` ${numerator}/${denominator}`
}

/**
 * Rewrites what keyboards, word processors and spreadsheets put for digits, signs, spaces and fractions into plain
 * ASCII: `−` to `-`, `٣` and `３` to `3`, `½` to ` 1/2`, `10⁻³` to `10^(-3)`. Invisible characters go.
 */
export function plainCharacters(text: string): string {
  let plain = text
    .replace(/[\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g, '')
    .replace(/[¼-¾⅐-⅞↉]/g, (sign, at: number, whole: string) => {
      const [numerator = '', denominator = ''] = sign.normalize('NFKC').split('\u2044')
      return fractionAfter(whole.slice(0, at), numerator, denominator)
    })
    .replace(/[⁰¹²³⁴-⁹⁺⁻⁽⁾]+/g, (run) => `^(${[...run].map((c) => superscripts[c] ?? c.normalize('NFKC')).join('')})`)
    .normalize('NFKC')
    .replace(/\p{Nd}/gu, asciiDigit)
  for (const [found, put] of sameCharacter) plain = plain.replace(found, put)
  return plain
}

function asciiDigit(digit: string): string {
  const code = digit.codePointAt(0) ?? 0
  const zero = zeros.find((start) => code >= start && code <= start + 9)
  return zero === undefined ? digit : String(code - zero)
}

/** LaTeX around a number, reduced to plain text: `$0.5$`, `\frac{3}{4}`, `1{,}5`, `\sqrt2`, `10^{-3}`. */
export function withoutLatex(text: string): string {
  if (!/[\\${}~]/.test(text)) return text
  let plain = text
    .replace(/^\s*(?:\$\$([^$]*)\$\$|\$([^$]*)\$|\\\(([\s\S]*)\\\)|\\\[([\s\S]*)\\\])\s*$/, '$1$2$3$4')
    .replace(/\\(?:left|right|bigl?|bigr|displaystyle|!)(?![a-zA-Z])/g, '')
    .replace(/\\[,;: ]|~/g, ' ')
    .replace(/\{,\}/g, ',')
    .replace(/\\%/g, '%')
    .replace(/\\(?:times|cdot|ast)(?![a-zA-Z])/g, '*')
    .replace(/\\div(?![a-zA-Z])/g, '/')
    .replace(/\\[dt]?frac\s*(\d)\s*(\d)/g, (_all, a: string, b: string, at: number, whole: string) =>
      fractionAfter(whole.slice(0, at), a, b),
    )
    .replace(/\\sqrt\s*(\d)/g, 'sqrt($1)')
  for (let depth = 0; depth < 8 && /\\[dt]?frac/.test(plain); depth++) {
    plain = plain.replace(
      /\\[dt]?frac\s*\{([^{}]*)\}\s*\{([^{}]*)\}/g,
      (_all, a: string, b: string, at: number, whole: string) =>
        /^\d+$/.test(a) && /^\d+$/.test(b) ? fractionAfter(whole.slice(0, at), a, b) : `((${a})/(${b}))`,
    )
    plain = plain.replace(/\\sqrt\s*\{([^{}]*)\}/g, 'sqrt($1)')
  }
  return plain
    .replace(/\\(sqrt|ln|log|exp|pi|infty)(?![a-zA-Z])/g, '$1')
    .replace(/\binfty\b/g, 'inf')
    .replace(/\{/g, '(')
    .replace(/\}/g, ')')
}
