import type { OperationLibrary } from '../../language/types.ts'
import { slipKinds } from '../slips/slip.ts'
import { templatesIn } from '../template.ts'
import { contextAt } from './context-at.ts'
import { describeType } from './describe-type.ts'
import { generatorManual } from './generator-manual.ts'
import { inspectQuestion } from './inspect-question.ts'
import type { DeclaredName, Range } from './inspection.ts'
import { keysAt, pathsAt } from './key-paths.ts'
import { sectionsOf } from './sections.ts'
import { kindManual } from './syntax-manual.ts'

export interface Option {
  label: string
  kind: 'key' | 'value' | 'parameter' | 'step' | 'operation' | 'generator' | 'field' | 'figure' | 'snippet'
  detail: string
  doc: string
  /** put in place of the range; `${}` says where the cursor goes */
  insert: string
}

interface Documented {
  name: string
  signature: string
  summary: string
}

/** The dollar sign, then braces with nothing in them. */
export const cursor = '\u0024{}'

/** What may stand where somebody types, with the word that it takes the place of. Broken files are read as far as can be. */
export function completeAt(
  source: string,
  place: { line: number; column: number },
  library: OperationLibrary,
  documented: readonly Documented[],
): { range: Range; options: Option[] } {
  const lines = source.split('\n')
  const line = (lines[place.line - 1] ?? '').replace(/\r$/, '')
  const column = Math.min(place.column, line.length + 1)
  const before = line.slice(0, column - 1)
  const start = column - (/[\p{L}_][\p{L}\p{N}_'-]*$/u.exec(before)?.[0].length ?? 0)
  const end = column + (/^[\p{L}\p{N}_'-]*/u.exec(line.slice(column - 1))?.[0].length ?? 0)
  const range = { line: place.line, column: start, endLine: place.line, endColumn: end }
  const offset = lines.slice(0, place.line - 1).reduce((sum, { length }) => sum + length + 1, 0) + column - 1
  const names = namesOf(source, library)
  return { range, options: optionsAt(source, offset, names, documented) }
}

function optionsAt(source: string, offset: number, names: DeclaredName[], documented: readonly Documented[]): Option[] {
  const context = contextAt(source, offset)
  const expression = () => [...values(names), ...operationOptions(documented)]
  if (templatesIn(context.before.slice(-1000)).at(-1)?.closed === false) {
    const printable = names.filter(({ asked }) => context.in !== 'body' || !asked)
    return [...values(printable), ...operationOptions(documented)]
  }
  if (context.in === 'body') return bodyOptions(context.before, names)
  const { path } = context
  const kindOf = (of: readonly string[]) => kindAt(source, of)
  if (context.at === 'key') {
    const paths = pathsAt(path, kindOf)
    if (paths)
      return keysAt(paths).map(({ key, says, example, required }) =>
        keyOption(key, says, example, required, path.length === 0),
      )
    const isSteps = path.at(-1) === 'steps' && path.length === 3
    return path.length === 1 && path[0] === 'answers' ? fieldKeys(names) : isSteps ? stepKeys(names) : []
  }
  const [top, , part] = path
  const last = path.findLast((key) => !/^\d+$/.test(key)) ?? ''
  if (top === 'parameters') return [...generatorOptions(), ...values(names.filter(isWhole))]
  if (top === 'slips')
    return words(last === 'kinds' ? slipKinds : last === 'slips' ? ['auto', 'none'] : stepNames(names))
  if (top === 'answers' && last === 'kind')
    return kindManual.map(({ kind, says, example }) => ({
      label: kind,
      kind: 'value',
      detail: example.split('\n')[0] ?? '',
      doc: says,
      insert: kind,
    }))
  if (top === 'answers' && path.length === 2 && context.before.trim() === '') return fieldValues()
  if (top === 'figures' && last === 'kind') return words(['grid', 'plot', 'image'])
  if (last === 'upload') return words(['allowed', 'none'])
  if (['many', 'shuffle', 'resizable', 'simplified'].includes(last)) return words(['true', 'false'])
  if (last === 'step') return words(stepNames(names))
  if (last === 'after') return words(names.filter(({ kind }) => kind === 'field').map(({ name }) => name))
  if (part === 'symbols' && top === 'answers' && (path.length === 4 || last === 'is'))
    return words(['number', 'integer 1..9', 'vector d', 'matrix d×k', 'function sigmoid'])
  if (part === 'form') return operationOptions(documented)
  const computed = ['equals', 'accept', 'example', 'that', 'value', 'window', 'from', 'to', 'curve', 'shape']
  if (top === 'reference' || top === 'where' || computed.includes(last) || path.at(-2) === 'steps') return expression()
  return []
}

/** What is declared, also where the file is so broken that only its lines can be read. */
function namesOf(source: string, library: OperationLibrary): DeclaredName[] {
  const { names } = inspectQuestion(source, 'untitled', library)
  const front = sectionsOf(source)[0]?.children ?? []
  const kinds = { parameters: 'parameter', reference: 'step', answers: 'field', figures: 'figure' } as const
  const read = front.flatMap(({ title, children }) => {
    const kind = Object.hasOwn(kinds, title) ? kinds[title as keyof typeof kinds] : null
    return kind ? children.map((child) => ({ kind, name: child.title, line: child.line })) : []
  })
  const missing = read.filter(
    ({ kind, name }) => name !== '-' && !names.some((one) => one.kind === kind && one.name === name),
  )
  return [
    ...names,
    ...missing.map(({ kind, name, line }): DeclaredName => {
      return {
        line,
        column: 1,
        endLine: line,
        endColumn: 1,
        name,
        kind,
        type: null,
        says: kind,
        source: '',
        asked: false,
        uses: [],
      }
    }),
  ]
}

function values(names: readonly DeclaredName[]): Option[] {
  return names.flatMap(({ name, kind, type, source }) => {
    if (kind !== 'parameter' && kind !== 'step') return []
    return [{ label: name, kind, detail: type ? describeType(type) : kind, doc: source, insert: name }]
  })
}

const isWhole = ({ kind, type }: DeclaredName) =>
  kind === 'parameter' && type?.integer === true && type.shape.length === 0
const stepNames = (names: readonly DeclaredName[]) =>
  names.filter(({ kind }) => kind === 'step').map(({ name }) => name)

/** Those that are called; what is written with signs needs no completion. */
function operationOptions(documented: readonly Documented[]): Option[] {
  return documented.flatMap(({ name, signature, summary }): Option[] =>
    signature.startsWith(`${name}(`)
      ? [{ label: name, kind: 'operation', detail: signature, doc: summary, insert: `${name}(${cursor})` }]
      : [],
  )
}

function generatorOptions(): Option[] {
  return generatorManual.map(({ name, form, says, example }) => {
    const doc = `${says} For example ${example}.`
    return { label: name, kind: 'generator', detail: form, doc, insert: `${name}(${cursor})` }
  })
}

function keyOption(key: string, says: string, example: string, required: boolean, top: boolean): Option {
  const detail = required ? 'needed' : (example.split('\n')[0]?.replace(`${key}: `, '') ?? '')
  const block = top && example.includes('\n')
  return { label: key, kind: 'key', detail, doc: says, insert: block ? `${key}:\n  ${cursor}` : `${key}: ${cursor}` }
}

function fieldKeys(names: readonly DeclaredName[]): Option[] {
  const own: Option = {
    label: 'answer',
    kind: 'snippet',
    detail: 'a field without a step',
    doc: 'A choice, a text, a formula …: any name, and its kind.',
    insert: `answer: { kind: ${cursor}, points: 1 }`,
  }
  const steps = names.flatMap(({ name, kind, type, asked }) => {
    if (kind !== 'step' || asked) return []
    const detail = type ? describeType(type) : 'step'
    return [
      {
        label: name,
        kind: 'key' as const,
        detail,
        doc: 'A field that is judged by this step.',
        insert: `${name}: { points: ${cursor}1 }`,
      },
    ]
  })
  return [...steps, own]
}

/** A field from nothing: how it is judged, and what it is worth. */
function fieldValues(): Option[] {
  const judged = {
    label: '{ points: 1 }',
    doc: 'A field that is judged by the step of its name.',
    insert: '{ points: 1 }',
  }
  const others = kindManual.map(({ kind, says }) => {
    const begun = `{ kind: ${kind}, points: 1`
    return { label: `${begun} }`, doc: says, insert: `${begun}, ${cursor} }` }
  })
  return [judged, ...others].map((one) => ({ ...one, kind: 'snippet', detail: '' }))
}

function stepKeys(names: readonly DeclaredName[]): Option[] {
  return names.flatMap(({ name, kind, source }) =>
    kind === 'step'
      ? [
          {
            label: name,
            kind: 'key' as const,
            detail: source,
            doc: 'Put in the place of this step.',
            insert: `${name}: ${cursor}`,
          },
        ]
      : [],
  )
}

function bodyOptions(before: string, names: readonly DeclaredName[]): Option[] {
  const open = /:(answer|figure)\[[^\]\n]*$/.exec(before)?.[1]
  const kind = open === 'figure' ? ('figure' as const) : ('field' as const)
  const placed = (of: 'field' | 'figure') =>
    names
      .filter((name) => name.kind === of)
      .toSorted((a, b) => a.uses.length - b.uses.length)
      .map(({ name, says, uses }) => ({ name, detail: uses.length > 0 ? 'stands in the text already' : says }))
  if (open) return placed(kind).map(({ name, detail }) => ({ label: name, kind, detail, doc: '', insert: name }))
  if (!/(?:^|[^\w:]):[a-z]*$/.test(before)) return []
  return (['field', 'figure'] as const).flatMap((of) => {
    const directive = of === 'field' ? 'answer' : 'figure'
    return placed(of).map(({ name, detail }) => ({
      label: `${directive}[${name}]`,
      kind: of,
      detail,
      doc: '',
      insert: `${directive}[${name}]`,
    }))
  })
}

function kindAt(source: string, [section = '', name = '']: readonly string[]): string | null {
  const front = sectionsOf(source)[0]?.children ?? []
  const entry = front.find(({ title }) => title === section)?.children.find(({ title }) => title === name)
  if (!entry) return null
  const text = source
    .split('\n')
    .slice(entry.line - 1, entry.endLine)
    .join('\n')
  return /(?:[{,]|^)\s*kind:\s*([a-z]+)/m.exec(text)?.[1] ?? null
}

function words(all: readonly string[]): Option[] {
  return all.map((label) => ({ label, kind: 'value', detail: '', doc: '', insert: label }))
}
