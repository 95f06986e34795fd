import { isScalar } from 'yaml'
import type { Figure } from './definition.ts'
import { readPictureName } from './picture-name.ts'
import { placementName } from './placement.ts'
import type { Entry, Reader } from './reader.ts'

const keys = {
  plot: ['variable', 'from', 'to', 'curve', 'x', 'y'],
  grid: ['value', 'window'],
  image: ['file'],
} as const
type Kind = keyof typeof keys
const kinds = Object.keys(keys) as Kind[]

export function readFigures(reader: Reader, entry: Entry | undefined): Figure[] {
  if (!entry) return []
  return (reader.readMap(entry.node, 'figures', entry.keyNode) ?? []).flatMap((item) => readFigure(reader, item) ?? [])
}

function readFigure(reader: Reader, item: Entry): Figure | null {
  if (!placementName.test(item.key)) {
    reader.problem(item.keyNode, `A figure's name has letters, digits and _ only, not “${item.key}”.`)
  }
  const what = `figure ${item.key}`
  const kind = findKind(item)
  const required = kind === 'grid' ? ['value'] : keys[kind]
  const record = reader.readRecord(
    item.node,
    what,
    ['kind', 'alt', ...keys[kind]],
    ['kind', 'alt', ...required],
    item.keyNode,
  )
  if (!record || !reader.readChoice(record.get('kind'), 'kind', kinds)) return null
  const common = { ...reader.place(item.keyNode), name: item.key, alt: reader.readText(record.get('alt'), 'alt') ?? '' }
  if (kind === 'image') {
    const file = readFile(reader, record.get('file'))
    return file === null ? null : { ...common, kind, file }
  }
  const expression = (key: string) => {
    const entry = record.get(key)
    return entry ? (reader.readExpression(entry.node, key, entry.keyNode)?.expression ?? null) : null
  }
  if (kind === 'grid') {
    const value = expression('value')
    const window = expression('window')
    return value && { ...common, kind, value, window }
  }
  const variable = record.get('variable')
  const name = variable
    ? reader.readName(reader.readText(variable, 'variable') ?? '', variable.keyNode, 'variable')
    : null
  const [from, to, curve] = [expression('from'), expression('to'), expression('curve')]
  const x = reader.readText(record.get('x'), 'x')
  const y = reader.readText(record.get('y'), 'y')
  if (name === null || !from || !to || !curve || x === null || y === null) return null
  return { ...common, kind, variable: name, from, to, curve, x, y }
}

function readFile(reader: Reader, entry: Entry | undefined): string | null {
  const file = reader.readText(entry, 'file')
  if (file === null || readPictureName(file)) return file
  const like = 'map-640x480-0123456789abcdef.png'
  return reader.problem(
    entry?.node ?? 0,
    `“${file}” names no picture. One that has been uploaded is named like ${like}.`,
  )
}

function findKind(item: Entry): Kind {
  const items =
    item.node !== null && 'items' in item.node ? (item.node.items as { key?: unknown; value?: unknown }[]) : []
  const pair = items.find((one) => isScalar(one?.key) && one.key.value === 'kind')
  const value = isScalar(pair?.value) ? pair.value.value : null
  return kinds.find((kind) => kind === value) ?? 'plot'
}
