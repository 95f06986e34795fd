import { canonicalName, plainSpellings } from './names.ts'
import { macros, spellingsOf } from './spellings.ts'

/** A symbol that a question declares for its formulas. */
export interface DeclaredSymbol {
  name: string
  aliases?: readonly string[]
  /** `[]` scalar, `['d']` vector, `['d', 'k']` matrix; a letter is a free dimension */
  shape?: readonly (number | string)[]
  /** a function instead of a value: `true` or null unspecified, or the name of the operation it stands for */
  function?: boolean | string | null
}

/** What a student may use: the declared symbols and the functions (by default all of `formulaFunctions`). */
export interface FormulaScope {
  symbols: readonly DeclaredSymbol[]
  functions?: readonly string[]
}

/**
 * The functions that a student's formula may call where a question names none. Those whose formula is itself a
 * question (gelu, silu) are not among them.
 */
export const formulaFunctions: readonly string[] = (
  'exp log ln sqrt abs sign floor ceil round min max mod sin cos tan sinh cosh sigmoid tanh relu erf Phi phi ' +
  'softplus step softmax sum mean variance norm trace transpose diag dot outer concat'
).split(' ')

/** What a spelling stands for. */
export interface Meaning {
  name: string
  role: 'function' | 'value'
}

/** Looks spellings up: declared symbols first, then functions, then the constants e and pi. */
export class Vocabulary {
  readonly longest: number
  readonly allowed: { symbols: string[]; functions: string[] }
  private readonly meanings = new Map<string, Meaning>()
  private readonly shapes = new Map<string, readonly (number | string)[]>()

  constructor(scope: FormulaScope) {
    const functions = scope.functions?.length ? scope.functions : formulaFunctions
    for (const [name, of] of [
      ['e', 'e'],
      ['E', 'e'],
      ['pi', 'pi'],
      ['Pi', 'pi'],
    ] as const) {
      this.meanings.set(name, { name: of, role: 'value' })
    }
    for (const [spelling, name] of spellingsOf(functions)) this.meanings.set(spelling, { name, role: 'function' })
    for (const name of [...macros, ...functions]) this.meanings.set(name, { name, role: 'function' })
    for (const symbol of scope.symbols) this.enterPlain(symbol)
    for (const symbol of scope.symbols) this.enter(symbol)
    this.longest = Math.max(...[...this.meanings.keys()].map((spelling) => spelling.length))
    this.allowed = { symbols: [...this.shapes.keys()], functions: [...functions] }
  }

  /** `y_hat` for `hat(y)`, unless something is called that. */
  private enterPlain(symbol: DeclaredSymbol): void {
    const meaning = meaningOf(symbol)
    for (const name of [symbol.name, ...(symbol.aliases ?? [])]) {
      for (const spelling of plainSpellings(name)) {
        if (!this.meanings.has(spelling)) this.meanings.set(spelling, meaning)
      }
    }
  }

  private enter(symbol: DeclaredSymbol): void {
    const meaning = meaningOf(symbol)
    const { name } = meaning
    for (const alias of symbol.aliases ?? []) this.meanings.set(canonicalName(alias) ?? alias, meaning)
    this.meanings.set(name, meaning)
    this.shapes.set(name, symbol.shape ?? [])
  }

  meaning(spelling: string): Meaning | undefined {
    return this.meanings.get(spelling)
  }

  /** A declared value of rank 1 or more. */
  isTensor(name: string): boolean {
    return this.rank(name) > 0
  }

  rank(name: string): number {
    return this.shapes.get(name)?.length ?? 0
  }

  /** Another spelling of a function, or a call that is short for something; no name that the question or the library has. */
  isSpelling(spelling: string): boolean {
    const { role } = this.meanings.get(spelling) ?? {}
    return role === 'function' && !this.allowed.functions.includes(spelling) && !this.shapes.has(spelling)
  }

  declares(name: string): boolean {
    return this.shapes.has(name)
  }

  /** For messages: what may be used. */
  hint(): string {
    const { symbols } = this.allowed
    if (symbols.length === 0) return 'No symbols are declared here.'
    return `You may use ${symbols.slice(0, 30).join(', ')} and functions such as exp, max or sqrt.`
  }
}

function meaningOf(symbol: DeclaredSymbol): Meaning {
  const isFunction = symbol.function === null || Boolean(symbol.function)
  return { name: canonicalName(symbol.name) ?? symbol.name, role: isFunction ? 'function' : 'value' }
}
