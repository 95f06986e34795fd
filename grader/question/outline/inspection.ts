import type { TensorType } from '../../language/types.ts'
import type { Place } from '../definition.ts'

/** From a place to another, which is not part of it; both on the file's lines and columns from 1. */
export interface Range extends Place {
  endLine: number
  endColumn: number
}

export interface InspectedProblem extends Range {
  message: string
  /** what to put in place of the range */
  fix?: { label: string; insert: string }
}

export type NameKind = 'parameter' | 'step' | 'field' | 'figure' | 'mistake' | 'convention'

/** A name that the file declares; the range is that of the name where it is declared. */
export interface DeclaredName extends Range {
  name: string
  kind: NameKind
  /** null: not known, because something is broken, or because it has none */
  type: TensorType | null
  says: string
  /** the right-hand side as written */
  source: string
  /** a step that a field asks for */
  asked: boolean
  /** everywhere else it is read or placed */
  uses: Range[]
}

/** What stands somewhere, for who points at it. */
export interface HoverSpan extends Range {
  kind: 'name' | 'operation' | 'expression' | 'key'
  name: string
  type: TensorType | null
  says: string
}

export interface OutlineItem {
  title: string
  kind: 'front matter' | 'section' | 'entry' | 'body' | 'heading'
  line: number
  endLine: number
  children: OutlineItem[]
}

/** What an editor shows of a question file, broken ones too. */
export interface Inspection {
  ok: boolean
  title: string | null
  problems: InspectedProblem[]
  names: DeclaredName[]
  spans: HoverSpan[]
  outline: OutlineItem[]
}
