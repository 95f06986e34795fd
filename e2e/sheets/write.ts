import type { Matrix, Vector } from './arithmetic.ts'
import type { SheetAnswer } from './sheet.ts'

/** A number with the decimals that were asked for. */
export function decimals(x: number, places = 3): SheetAnswer {
  return { kind: 'number', text: x.toFixed(places) }
}

/** A number exactly as typed. */
export function typed(text: string | number): SheetAnswer {
  return { kind: 'number', text: String(text) }
}

export function list(entries: Vector, places = 3): SheetAnswer {
  return { kind: 'tensor', shape: [entries.length], cells: entries.map((x) => x.toFixed(places)) }
}

export function grid(rows: Matrix, places = 3): SheetAnswer {
  return { kind: 'tensor', shape: [rows.length, rows[0]!.length], cells: rows.flat().map((x) => x.toFixed(places)) }
}

export function block(slices: Matrix[], places = 0): SheetAnswer {
  const shape = [slices.length, slices[0]!.length, slices[0]![0]!.length]
  return { kind: 'tensor', shape, cells: slices.flat(2).map((x) => x.toFixed(places)) }
}

export function size(text: string): SheetAnswer {
  return { kind: 'shape', text }
}

export function formula(source: string): SheetAnswer {
  return { kind: 'formula', notation: 'text', source }
}

export function latex(source: string): SheetAnswer {
  return { kind: 'formula', notation: 'latex', source }
}

export function options(...texts: RegExp[]): SheetAnswer {
  return { kind: 'choice', texts }
}

export function lines(...texts: RegExp[]): SheetAnswer {
  return { kind: 'order', texts }
}

export function prose(markdown: string): SheetAnswer {
  return { kind: 'text', markdown }
}
