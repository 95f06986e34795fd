import path from 'node:path'
import { isNode, type Node, nameOf, statements } from './syntax.ts'

export interface Exported {
  name: string
  /** what is exported: a function, a class, the value of a constant …; null where another module has it */
  is: Node | null
  /** the module that has it, and its name there */
  from: { file: string; name: string } | null
}

type Names = { name: string; is: Node | null }[]

/** What a statement declares, by name. */
function declared(statement: Node): Names {
  if (statement.type === 'VariableDeclaration')
    return (statement.declarations as Node[]).map(({ id, init }) => ({ name: nameOf(id), is: init as Node | null }))
  if (isNode(statement.identifier)) return [{ name: nameOf(statement.identifier), is: statement }]
  return []
}

const beside = (file: string, source: unknown) => path.resolve(path.dirname(file), nameOf(source))
const isOwn = (source: unknown) => nameOf(source).startsWith('.')

export interface Imported {
  /** '*' for all of them */
  name: string
  local: string
  file: string
}

/** What a module imports of other modules of the project; types aside. */
export function importsOf(file: string): Imported[] {
  return statements(file).flatMap((statement) => {
    if (statement.type !== 'ImportDeclaration' || statement.typeOnly || !isOwn(statement.source)) return []
    return (statement.specifiers as Node[])
      .filter((one) => !one.isTypeOnly)
      .map((one) => {
        const local = nameOf(one.local)
        const all = one.type === 'ImportNamespaceSpecifier'
        const name = all ? '*' : one.type === 'ImportDefaultSpecifier' ? 'default' : nameOf(one.imported) || local
        return { name, local, file: beside(file, statement.source) }
      })
  })
}

/** What a module exports, types aside. `export *` has the name '*'. */
export function exportsOf(file: string): Exported[] {
  const all = statements(file)
  const own = new Map(all.flatMap((one) => declared(one)).map(({ name, is }) => [name, is]))
  const imported = new Map(importsOf(file).map((one) => [one.local, one]))
  return all.flatMap((statement): Exported[] => {
    if (statement.type === 'ExportDeclaration')
      return declared(statement.declaration as Node)
        .filter(({ is }) => is !== null && !/^Ts/.test(is.type))
        .map((one) => ({ ...one, from: null }))
    if (statement.type === 'ExportDefaultDeclaration')
      return [{ name: 'default', is: statement.decl as Node, from: null }]
    if (statement.type === 'ExportDefaultExpression')
      return [{ name: 'default', is: statement.expression as Node, from: null }]
    if (statement.type === 'ExportAllDeclaration')
      return isOwn(statement.source)
        ? [{ name: '*', is: null, from: { file: beside(file, statement.source), name: '*' } }]
        : []
    if (statement.type !== 'ExportNamedDeclaration' || statement.typeOnly) return []
    return (statement.specifiers as Node[])
      .filter((one) => !one.isTypeOnly)
      .map((one) => {
        const local = nameOf(one.orig)
        const name = nameOf(one.exported) || local
        if (isNode(statement.source))
          return { name, is: null, from: { file: beside(file, statement.source), name: local } }
        const found = imported.get(local)
        return found
          ? { name, is: null, from: { file: found.file, name: found.name } }
          : { name, is: own.get(local) ?? null, from: null }
      })
  })
}

export interface Origin {
  file: string
  name: string
  is: Node | null
}

/** Where what a module knows by a name was made, through modules that pass it on. */
export function originOf(file: string, name: string): Origin {
  const found = exportsOf(file).find((one) => one.name === name)
  if (found?.from) return originOf(found.from.file, found.from.name)
  const imported = importsOf(file).find(({ local }) => local === name)
  if (!found && imported) return originOf(imported.file, imported.name)
  const own =
    found ??
    statements(file)
      .flatMap(declared)
      .find((one) => one.name === name)
  return { file, name, is: own?.is ?? null }
}
