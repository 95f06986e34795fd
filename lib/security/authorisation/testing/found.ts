import fs from 'node:fs'
import path from 'node:path'
import { exportsOf, importsOf, type Origin, originOf } from './exports.ts'
import { isNode, type Node, nameOf, statements, within } from './syntax.ts'

/** A function of `lib`: `lib/review/review-queue.ts reviewQueue`. */
export interface Found {
  file: string
  name: string
}

const isTest = /\.test\.tsx?$|\/testing\/|\/generated\//

function modules(root: string, folder: string): string[] {
  return fs
    .readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.[cm]?[jt]sx?$/.test(file) && !/\.d\.ts$/.test(file) && !isTest.test(`/${file}`))
    .map((file) => path.join(root, folder, file))
    .sort()
}

const isFunction = (node: Node | null): node is Node =>
  /^(Function(Declaration|Expression)|ArrowFunctionExpression)$/.test(node?.type ?? '')

const isNothing = (node: unknown) => isNode(node) && (node.kind === 'null' || node.kind === 'undefined')
const referred = (node: Node) => (node.type === 'TsTypeReference' ? nameOf(node.typeName) : '')

/** Whether a type says "somebody or nobody", also behind other names or inside an object; callbacks aside. */
function admitsNobody(type: unknown, names: ReadonlySet<string>): boolean {
  if (Array.isArray(type)) return type.some((one) => admitsNobody(one, names))
  if (typeof type !== 'object' || type === null) return false
  if (isNode(type)) {
    if (type.type === 'TsFunctionType' || type.type === 'TsMethodSignature') return false
    if (names.has(referred(type))) return true
    const mentions = [...within(type)].some((one) => nameOf(one) === 'Principal')
    if (type.type === 'TsUnionType' && mentions && (type.types as Node[]).some(isNothing)) return true
    if ((type.optional === true || type.type === 'AssignmentPattern') && mentions) return true
  }
  return Object.values(type).some((one) => admitsNobody(one, names))
}

/** Names of types that say the same: `type Asker = Principal | null`, or an object that holds one. */
function namesOfNobody(files: readonly string[]): Set<string> {
  const types = files.flatMap((file) =>
    statements(file)
      .map((one) => (one.type === 'ExportDeclaration' ? (one.declaration as Node) : one))
      .filter((one) => /^Ts(TypeAlias|Interface)Declaration$/.test(one.type)),
  )
  const names = new Set<string>()
  for (let before = -1; before < names.size; ) {
    before = names.size
    for (const type of types) {
      const { id, ...rest } = type
      if (!names.has(nameOf(id)) && admitsNobody({ ...rest, type: 'Body' }, names)) names.add(nameOf(id))
    }
  }
  return names
}

/** Every exported function of `lib` that is told who asks, be it nobody. What is named `require…` is a guard of such. */
export function useCases(root: string): Found[] {
  const files = modules(root, 'lib')
  const names = namesOfNobody(files)
  return files.flatMap((file) =>
    exportsOf(file)
      .filter(({ name, is }) => isFunction(is) && !/^require[A-Z]/.test(name) && admitsNobody(is.params, names))
      .map(({ name }) => ({ file: path.relative(root, file), name })),
  )
}

/** A schema: what is built of `z.…`, or of another schema, is data, and so is what is written down. */
function isData({ file, is }: Origin): boolean {
  if (is?.type !== 'CallExpression') return /Literal$|^(Object|Array)Expression$/.test(is?.type ?? '')
  let root: Node = is
  while (/^(CallExpression|MemberExpression)$/.test(root.type)) root = (root.callee ?? root.object) as Node
  if (nameOf(root) === 'z') return true
  const made = originOf(file, nameOf(root))
  return made.is?.type === 'CallExpression' && isData(made)
}

/** Where a module's `import()` lead; '' where that is not written down. */
function dynamicImports(file: string): string[] {
  return statements(file)
    .flatMap((one) => [...within(one)])
    .filter((node) => node.type === 'CallExpression' && (node.callee as Node).type === 'Import')
    .map((node) => nameOf((node.arguments as { expression: Node }[])[0]?.expression))
}

/** Everything of `lib` that pages and routes use and that can be called, or might. */
export function usedByApp(root: string): Found[] {
  const inLib = path.join(root, 'lib') + path.sep
  const found = new Map<string, Found>()
  for (const file of [...modules(root, 'app'), path.join(root, 'proxy.ts')].filter((one) => fs.existsSync(one))) {
    const passed = exportsOf(file).flatMap(({ from }) => from ?? [])
    for (const used of [...importsOf(file), ...passed].filter((one) => one.file.startsWith(inLib))) {
      const made = originOf(used.file, used.name)
      if (isData(made)) continue
      const one = { file: path.relative(root, made.file), name: made.name }
      found.set(`${one.file} ${one.name}`, one)
    }
    for (const source of dynamicImports(file))
      if (source === '' || source.startsWith('.'))
        found.set(file, { file: path.relative(root, file), name: 'import()' })
  }
  return [...found.values()]
}

const methods = /^(GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS|\*)$/

/** `app/(site)/exams/[examId]/page.tsx` → `/exams/[examId]`; what the framework makes of a file has its name. */
function addressOf(file: string): string {
  const { dir, name } = path.posix.parse(file)
  const parts = [...dir.split('/').slice(1), ...(/^(page|route)$/.test(name) ? [] : [name])]
  return `/${parts.filter((part) => !/^\(.*\)$/.test(part)).join('/')}`
}

/** Every address that a route answers, with each method: 'GET /api/health'. */
export function routes(root: string): { route: string; file: string }[] {
  return modules(root, 'app')
    .filter((file) => /\/route\.[cm]?[jt]sx?$/.test(file))
    .flatMap((file) =>
      exportsOf(file)
        .filter(({ name }) => methods.test(name))
        .map(({ name }) => ({ route: `${name} ${addressOf(path.relative(root, file))}`, file })),
    )
}

/** What else the framework would answer by itself from a file of that name. */
const generated = /\/(robots|sitemap|manifest|icon|apple-icon|opengraph-image|twitter-image)\d*\.[cm]?[jt]sx?$/

export function pages(root: string): { page: string; file: string }[] {
  return modules(root, 'app')
    .filter((file) => /\/page\.[cm]?[jt]sx?$/.test(file) || generated.test(file))
    .map((file) => ({ page: addressOf(path.relative(root, file)), file }))
}

/** Functions that a page could call on the server by themselves: there are none. */
export function serverActions(root: string): string[] {
  return ['app', 'components', 'lib']
    .flatMap((folder) => modules(root, folder))
    .filter((file) => fs.readFileSync(file, 'utf8').includes('use server'))
    .filter((file) => statements(file).some((one) => [...within(one)].some((node) => nameOf(node) === 'use server')))
    .map((file) => path.relative(root, file))
}
