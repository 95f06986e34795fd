import type { AnswerField, Place, RubricItem } from './definition.ts'
import type { Entry, Reader } from './reader.ts'

export const textKeys = ['rubric', 'upload', 'length', 'solution'] as const
export const uploadKeys = ['rubric', 'solution'] as const
export const layersKeys = ['input', 'output', 'budget', 'solution'] as const

type Common = 'name' | 'label' | 'points' | 'after' | keyof Place
type TextPart = Omit<AnswerField & { kind: 'text' }, Common>
type UploadPart = Omit<AnswerField & { kind: 'upload' }, Common>
type LayersPart = Omit<AnswerField & { kind: 'layers' }, Common>

export function readTextField(reader: Reader, record: Map<string, Entry>, at: Entry, points: number): TextPart {
  return {
    kind: 'text',
    rubric: rubricFor(reader, record, at, points, 'text'),
    upload: reader.readChoice(record.get('upload'), 'upload', ['allowed', 'none']) === 'allowed',
    maximumLength: reader.readNumber(record.get('length'), 'length', 1, 20_000, true) ?? 4000,
    solution: reader.readText(record.get('solution'), 'solution'),
  }
}

/** A field that is answered on paper, which is photographed. */
export function readUploadField(reader: Reader, record: Map<string, Entry>, at: Entry, points: number): UploadPart {
  return {
    kind: 'upload',
    rubric: rubricFor(reader, record, at, points, 'upload'),
    solution: reader.readText(record.get('solution'), 'solution'),
  }
}

/** What a person scores by: it must be there, and its items must be able to earn what the field is worth. */
function rubricFor(reader: Reader, record: Map<string, Entry>, at: Entry, points: number, kind: string): RubricItem[] {
  const rubric = readRubric(reader, record.get('rubric'))
  const sum = rubric.reduce((total, item) => total + item.points, 0)
  if (!record.has('rubric')) reader.problem(at.keyNode, `The ${kind} ${at.key} needs a “rubric”.`)
  else if (rubric.length > 0 && sum < points - 1e-9) {
    reader.problem(at.keyNode, `The rubric of ${at.key} adds up to ${sum} points, the field is worth ${points}.`)
  }
  return rubric
}

function readRubric(reader: Reader, entry: Entry | undefined): RubricItem[] {
  if (!entry) return []
  return (reader.readList(entry.node, 'rubric', entry.keyNode) ?? []).flatMap((node) => {
    const record = reader.readRecord(node, 'rubric item', ['says', 'points'], ['says', 'points'], entry.keyNode)
    const says = reader.readText(record?.get('says'), 'says')
    const points = reader.readNumber(record?.get('points'), 'points', 0.01, 1000)
    return says === null || points === null ? [] : [{ ...reader.place(node), says, points }]
  })
}

/** A layer table: the map that goes in, what must come out, and how many parameters it may have. */
export function readLayersField(reader: Reader, record: Map<string, Entry>, at: Entry): LayersPart | null {
  const input = readSizes(reader, record.get('input'), 'input', at)
  const output = readSizes(reader, record.get('output'), 'output', at)
  const budget = reader.readNumber(record.get('budget'), 'budget', 1, 1e9, true)
  if (!record.has('budget')) reader.problem(at.keyNode, `The layer table ${at.key} needs a “budget”.`)
  const solution = reader.readText(record.get('solution'), 'solution')
  return input && output && budget !== null
    ? { kind: 'layers', input, output, parameterBudget: budget, solution }
    : null
}

function readSizes(reader: Reader, entry: Entry | undefined, what: string, at: Entry): number[] | null {
  if (!entry) return reader.problem(at.keyNode, `The layer table ${at.key} needs “${what}”, such as [3, 64, 64].`)
  const nodes = reader.readList(entry.node, what, entry.keyNode)
  const sizes = nodes?.map((node) => reader.readNumber({ ...entry, node }, `A size of ${what}`, 1, 4096, true))
  if (!sizes) return null
  if (sizes.length !== 1 && sizes.length !== 3) return reader.problem(entry.keyNode, `${what} has one size or three.`)
  return sizes.some((size) => size === null) ? null : (sizes as number[])
}
