import path from 'node:path'
import { parseSync } from '@swc/core'

/** Some syntax: what matters of it is looked at, the rest is walked through. */
export interface Syntax {
  type: string
  [key: string]: unknown
}

/** A top-level piece of a module, or what stands within a provider of messages. */
export interface Piece {
  /** what reads like a message: `staff.send`, or `running.` where the rest is computed */
  keys: Set<string>
  /** every name in it */
  mentions: Set<string>
  /** what it hands words to */
  providers: { messages: Syntax | null; within: Piece }[]
}

export interface Origin {
  file: string
  name: string
}

export interface Module {
  client: boolean
  /** local name → where it comes from */
  imports: Map<string, Origin>
  /** exported name → where it comes from, where that is another module */
  passedOn: Map<string, Origin>
  /** exported name → local name */
  exported: Map<string, string>
  pieces: Map<string, Piece>
  /** what a variable is made of, wherever it is made */
  values: Map<string, Syntax>
}

const isSyntax = (value: unknown): value is Syntax => typeof value === 'object' && value !== null && 'type' in value
const types = new Set(['typeAnnotation', 'typeArguments', 'typeParameters', 'returnType', 'typeParams'])

/** What a module says, mentions and hands words to, piece by piece. Types are erased, and so are imports of types. */
export function readModule(file: string, source: string): Module {
  const { body } = parseSync(source, { syntax: 'typescript', tsx: file.endsWith('x') }) as unknown as { body: Syntax[] }
  const known = { imports: new Map(), passedOn: new Map(), exported: new Map(), pieces: new Map(), values: new Map() }
  const module: Module = { client: /^\s*(?:\/\*[\s\S]*?\*\/\s*)?['"]use client['"]/.test(source), ...known }
  const from = (given: Syntax) => path.posix.join(path.posix.dirname(file), String((given.source as Syntax).value))
  for (const statement of body) {
    if (statement.type === 'ImportDeclaration') readImport(module, statement, from(statement))
    else if (statement.type === 'ExportNamedDeclaration') readExport(module, statement, from)
    else declare(module, statement)
  }
  return module
}

const nameOf = (value: unknown) => (isSyntax(value) ? String(value.value) : null)
const inChildren = (value: Syntax | unknown[]) => Object.entries(value).filter(([key]) => !types.has(key))

function readImport(module: Module, { specifiers, typeOnly }: Syntax, file: string) {
  if (typeOnly || !file.startsWith('app/') === !file.startsWith('components/')) return
  for (const one of specifiers as Syntax[]) {
    if (one.isTypeOnly) continue
    const local = nameOf(one.local) ?? ''
    const whole = { ImportDefaultSpecifier: 'default', ImportNamespaceSpecifier: '*' }[one.type]
    module.imports.set(local, { file, name: whole ?? nameOf(one.imported) ?? local })
  }
}

function readExport(module: Module, statement: Syntax, from: (given: Syntax) => string) {
  for (const one of statement.specifiers as Syntax[]) {
    const original = nameOf(one.orig) ?? ''
    const name = nameOf(one.exported) ?? original
    if (isSyntax(statement.source)) module.passedOn.set(name, { file: from(statement), name: original })
    else module.exported.set(name, original)
  }
}

function declare(module: Module, statement: Syntax) {
  const inner = statement.declaration ?? statement.decl ?? statement.expression ?? statement
  const own = isSyntax(inner) ? inner : statement
  const isDefault = statement.type.startsWith('ExportDefault')
  if (own.type === 'VariableDeclaration') {
    for (const declared of own.declarations as Syntax[]) add(module, namesIn(declared.id), declared)
  } else {
    const name = nameOf(own.identifier)
    add(module, name ? [name] : ['default'], own)
    if (isDefault && name) module.exported.set('default', name)
  }
}

function namesIn(pattern: unknown): string[] {
  const piece = emptyPiece()
  walk(pattern, piece, new Map())
  return [...piece.mentions]
}

function add(module: Module, names: string[], of: Syntax) {
  const piece = emptyPiece()
  walk(of, piece, module.values)
  for (const name of names) module.pieces.set(name, piece)
}

const emptyPiece = (): Piece => ({ keys: new Set(), mentions: new Set(), providers: [] })

function walk(value: unknown, into: Piece, values: Map<string, Syntax>): void {
  if (Array.isArray(value)) {
    for (const one of value) walk(one, into, values)
    return
  }
  if (typeof value !== 'object' || value === null) return
  const node = value as Syntax
  if (node.type === 'Identifier') into.mentions.add(String(node.value))
  if (node.type === 'StringLiteral') into.keys.add(String(node.value))
  if (node.type === 'TemplateElement') into.keys.add(String(node.raw))
  if (node.type === 'VariableDeclarator' && isSyntax(node.init)) values.set(nameOf(node.id) ?? '', node.init)
  const provider = node.type === 'JSXElement' ? (node.opening as Syntax) : null
  if (!provider || nameOf(provider.name) !== 'MessagesProvider') {
    for (const [, child] of inChildren(node)) walk(child, into, values)
    return
  }
  const given = (provider.attributes as Syntax[]).find((one) => nameOf(one.name) === 'messages')?.value
  const messages = isSyntax(given) && isSyntax(given.expression) ? given.expression : null
  const within = emptyPiece()
  walk(node.children, within, values)
  into.providers.push({ messages, within })
}
