import path from 'node:path'
import { type Module, type Origin, type Piece, readModule, type Syntax } from './read-module.ts'

const entrance = /^app\/(?:.*\/)?(?:page|layout|loading|error|not-found|template)\.tsx$/

interface Given {
  /** source texts of app and components, by their paths */
  sources: ReadonlyMap<string, string>
  namespaces: Iterable<string>
  /** what draws nothing unless something else stands above it: both by path */
  onlyWithin?: Readonly<Record<string, string>>
}

/** The rooms as far as words go: every module of app and components, by its path. */
export class WordGraph {
  readonly #modules = new Map<string, Module>()
  readonly #namespaces: ReadonlySet<string>
  readonly #onlyWithin: Readonly<Record<string, string>>

  constructor({ sources, namespaces, onlyWithin = {} }: Given) {
    this.#namespaces = new Set(namespaces)
    this.#onlyWithin = onlyWithin
    for (const [file, source] of sources) this.#modules.set(file, readModule(file, source))
  }

  /**
   * Where an interactive part can be drawn without its words: `file: namespace, …`. Within a provider every namespace that
   * a client component names must be picked; a page without one of its own is given the words of the layout above it.
   */
  missing(): string[] {
    const found: string[] = []
    const tell = (file: string, wanted: Set<string>, picked: readonly string[]) => {
      const missing = [...wanted].filter((name) => !picked.includes(name)).sort()
      if (missing.length > 0) found.push(`${file}: ${missing.join(', ')}`)
    }
    for (const [file, module] of this.#modules) {
      for (const { messages, within } of new Set([...module.pieces.values()].flatMap(({ providers }) => providers)))
        tell(file, this.#wanted(file, within), this.#picked(file, messages))
      if (entrance.test(file)) tell(file, this.#wanted(file, this.#entered(module)), this.#above(file))
    }
    return found
  }

  #entered({ pieces, exported }: Module): Piece {
    const piece = pieces.get(exported.get('default') ?? 'default')
    return piece ?? { keys: new Set(), mentions: new Set(), providers: [] }
  }

  /** The namespaces that client components name which a piece leads to, those within providers of their own aside. */
  #wanted(file: string, piece: Piece): Set<string> {
    const { reached } = this.#walk(file, piece, () => true)
    const stands = (at: string) => reached.has(this.#onlyWithin[at] ?? at)
    const { keys } = this.#walk(file, piece, stands)
    return new Set([...keys].flatMap((key) => this.#namespaceOf(key)))
  }

  #walk(file: string, piece: Piece, enters: (file: string) => boolean) {
    const keys = new Set<string>()
    const reached = new Set<string>()
    const seen = new Map<Piece, boolean>()
    const visit = (at: string, one: Piece, inBrowser: boolean) => {
      const module = this.#modules.get(at)
      const browser = inBrowser || module?.client === true
      if (!module || !enters(at) || seen.get(one) === true || seen.get(one) === browser) return
      seen.set(one, browser)
      reached.add(at)
      if (browser) for (const key of one.keys) keys.add(key)
      for (const name of one.mentions) {
        const own = module.pieces.get(name)
        const origin = module.imports.get(name)
        if (own && own !== one) visit(at, own, browser)
        else if (origin) for (const [where, next] of this.#follow(origin)) visit(where, next, browser)
      }
    }
    visit(file, piece, false)
    return { keys, reached }
  }

  #namespaceOf(key: string): string[] {
    const [, namespace = ''] = /^(\w+)\.\w*$/.exec(key) ?? []
    return this.#namespaces.has(namespace) ? [namespace] : []
  }

  #follow({ file, name }: Origin): [string, Piece][] {
    // the catalogue itself names every message
    const module = file.startsWith('components/messages/') ? undefined : this.#modules.get(file)
    if (!module) return []
    if (name === '*') return [...module.pieces.values()].map((piece) => [file, piece])
    const onward = module.passedOn.get(name)
    if (onward) return this.#follow(onward)
    const piece = module.pieces.get(module.exported.get(name) ?? name)
    return piece ? [[file, piece]] : []
  }

  /** What the nearest layout above an entrance hands to its children. */
  #above(file: string): readonly string[] {
    let folder = path.posix.dirname(file)
    if (path.posix.basename(file) === 'layout.tsx') folder = path.posix.dirname(folder)
    for (; folder !== '.'; folder = path.posix.dirname(folder)) {
      const at = `${folder}/layout.tsx`
      const providers = [...(this.#modules.get(at)?.pieces.values() ?? [])].flatMap((piece) => piece.providers)
      const round = providers.find(({ within }) => within.mentions.has('children'))
      if (round) return this.#picked(at, round.messages)
    }
    return []
  }

  /** The namespaces of `pickMessages(locale, […])`, named in place or by a constant. */
  #picked(file: string, value: Syntax | null | undefined): string[] {
    if (value?.type === 'CallExpression') return this.#picked(file, argument(value.arguments, 1))
    if (value?.type === 'ArrayExpression')
      return (value.elements as { expression: Syntax }[]).flatMap(({ expression }) => this.#picked(file, expression))
    if (value?.type === 'StringLiteral') return [String(value.value)]
    if (value?.type === 'TsConstAssertion' || value?.type === 'TsAsExpression')
      return this.#picked(file, value.expression as Syntax)
    if (value?.type !== 'Identifier') throw new Error(`${file}: which words are picked cannot be read.`)
    const name = String(value.value)
    const origin = this.#modules.get(file)?.imports.get(name)
    const at = origin?.file ?? file
    return this.#picked(at, this.#modules.get(at)?.values.get(origin?.name ?? name))
  }
}

const argument = (given: unknown, k: number) => (given as { expression: Syntax }[])[k]?.expression
