import { canonicalName } from './names.ts'

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

/** Other spellings of the functions: `tr` is trace. */
const spellings: readonly (readonly [string, string])[] = (
  'tr trace Tr trace sgn sign Abs abs Max max Min min maximum max minimum min fabs abs ceiling ceil ReLU relu ' +
  'GELU gelu SiLU silu Softmax softmax sigma sigmoid lg log10 Log log Exp exp Sqrt sqrt Transpose transpose ' +
  'Var variance var variance avg mean logistic sigmoid log2 log2 log10 log10 log_2 log2 log_10 log10'
)
  .match(/\S+ \S+/g)!
  .map((pair) => pair.split(' ') as [string, string])

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
    for (const [spelling, name] of spellings) {
      const base = /^log\d+$/.test(name) ? 'log' : name
      if (functions.includes(base)) this.meanings.set(spelling, { name, role: 'function' })
    }
    for (const name of functions) this.meanings.set(name, { name, role: 'function' })
    for (const symbol of scope.symbols) this.enter(symbol)
    this.longest = Math.max(...[...this.meanings.keys()].map((spelling) => spelling.length))
    this.allowed = { symbols: [...this.shapes.keys()], functions: [...functions] }
  }

  private enter(symbol: DeclaredSymbol): void {
    const isFunction = symbol.function === null || Boolean(symbol.function)
    const name = canonicalName(symbol.name) ?? symbol.name
    const meaning: Meaning = { name, role: isFunction ? 'function' : 'value' }
    for (const alias of symbol.aliases ?? []) this.meanings.set(canonicalName(alias) ?? alias, meaning)
    this.meanings.set(name, meaning)
    this.shapes.set(name, symbol.shape ?? [])
  }

  meaning(spelling: string): Meaning | undefined {
    return this.meanings.get(spelling)
  }

  /** A declared value of rank 1 or more. */
  isTensor(name: string): boolean {
    return (this.shapes.get(name)?.length ?? 0) > 0
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
