import type { Expression } from '../language/ast.ts'
import type { FormDemands } from '../language/form/form.ts'
import type { FieldLabel } from './label.ts'

/** Line and column (both from 1) in the question file. */
export interface Place {
  line: number
  column: number
}

/** What is wrong in a question file, where, and what was expected. */
export interface FileProblem extends Place {
  /** where it ends, on the same line; the character there is not part of it */
  end?: Place
  message: string
}

/** How a parameter is drawn. Sizes may name integer parameters declared before. */
export type Generator =
  | { kind: 'integer'; low: Expression; high: Expression }
  | { kind: 'integers'; shape: Expression[]; low: Expression; high: Expression }
  | { kind: 'decimal'; low: Expression; high: Expression; places: number }
  | { kind: 'decimals'; shape: Expression[]; low: Expression; high: Expression; places: number }
  /** one of the listed values (numbers, or brackets of numbers of one shape) */
  | { kind: 'pick'; values: Expression[] }
  /** integers low..high without repetition: no ties */
  | { kind: 'distinct'; shape: Expression[]; low: Expression; high: Expression }
  /** 0/1 entries, each 1 with the probability, with at least one of each */
  | { kind: 'bits'; shape: Expression[]; probability: number }
  /** a constant everybody gets */
  | { kind: 'fixed'; value: Expression }

export interface NamedExpression extends Place {
  name: string
  source: string
  expression: Expression
  /** what a step that is a gradient comes down to, for the worked solution */
  derived?: Expression
}

export interface Parameter extends Place {
  name: string
  source: string
  generator: Generator
}

/** A named wrong computation (mistake) or an alternative definition (convention): steps put in place of the reference's. */
export interface Alternative extends Place {
  id: string
  kind: 'mistake' | 'convention'
  steps: NamedExpression[]
  says: string
  /** share of the field's points */
  earns: number
  /**
   * Made from the reference by `slips`, not written by the author. It is offered only in variants whose key has it, and
   * gives way to an authored alternative that explains the same answer.
   */
  automatic?: boolean
}

export interface FormulaSymbol {
  name: string
  aliases: string[]
  latex: string | null
  shape: (number | string)[]
  /** a function the student may call: `sigmoid`, or null for an unspecified smooth activation */
  function?: string | null
  /** interval or integer range to draw from */
  domain: { low: number; high: number; integer: boolean }
}

export interface FormulaMistake extends Place {
  id: string
  expression: Expression
  source: string
  says: string
  earns: number
}

export interface ChoiceOption extends Place {
  markdown: string
  /** shown with the result to a student who chose this wrong option */
  says: string | null
}

export interface RubricItem extends Place {
  says: string
  points: number
}

/** What must be true of an answer of which many are right. */
export interface Property extends Place {
  /** a comparison or a truth value over the answer, the parameters and the steps; every entry must hold */
  expression: Expression
  source: string
  says: string
  /** share of the field's points; those of a field add up to 1 */
  share: number
}

/** A value that is no right answer to a property field. */
export interface PropertyMistake extends Place {
  id: string
  expression: Expression
  source: string
  says: string
  /** share of the field's points; null for what its properties earn */
  earns: number | null
}

/** An answer field as the author wrote it; `step` names the reference step it is judged by. */
export type AnswerField = Place &
  FieldLabel & { name: string; points: number; after: string[] } & (
    | { kind: 'number'; step: string; decimals: number }
    | { kind: 'shape'; step: string; axes: string[] }
    | { kind: 'tensor'; step: string; decimals: number; resizable: boolean }
    | {
        kind: 'formula'
        equals: Expression
        source: string
        target: string | null
        symbols: FormulaSymbol[]
        mistakes: FormulaMistake[]
        accept: { expression: Expression; source: string }[]
        /** what a right formula must look like; `earns`: share of the points of one that does not */
        form?: FormDemands & { earns: number }
      }
    | { kind: 'choice'; many: boolean; right: ChoiceOption[]; others: ChoiceOption[]; shuffle: boolean }
    | { kind: 'order'; lines: string[]; distractors: string[] }
    | { kind: 'text'; rubric: RubricItem[]; upload: boolean; maximumLength: number; solution: string | null }
    /** only pages: photographs and PDF */
    | { kind: 'upload'; rubric: RubricItem[]; solution: string | null }
    | { kind: 'layers'; input: number[]; output: number[]; parameterBudget: number; solution: string | null }
    /** any answer is right of which all properties hold; `example` is one; with 0 decimals its entries are integers */
    | {
        kind: 'property'
        sizes: Expression[]
        decimals: number
        holds: Property[]
        example: Expression
        source: string
        mistakes: PropertyMistake[]
      }
  )

/** Drawn by the server as SVG from computed data, or a picture; `alt` is its text alternative (may hold {{…}}). */
export type Figure = Place & { name: string; alt: string } & (
    | { kind: 'plot'; variable: string; from: Expression; to: Expression; curve: Expression; x: string; y: string }
    /** a matrix drawn as cells, optionally cut into windows of `window`×`window` */
    | { kind: 'grid'; value: Expression; window: Expression | null }
    /** a picture that was put there before, by a name that fixes its bytes */
    | { kind: 'image'; file: string }
  )

export interface QuestionDefinition {
  slug: string
  title: string
  topics: string[]
  /** content hash of the file's bytes: the version (sha256, hex) */
  version: string
  source: string
  /** decimals asked for where a field or an unasked step says nothing */
  decimals: number
  /** bands are multiplied by this, ≥ 1 */
  leniency: number
  parameters: Parameter[]
  where: NamedExpression[]
  reference: NamedExpression[]
  answers: AnswerField[]
  alternatives: Alternative[]
  figures: Figure[]
  /** Markdown with {{…}}, :answer[name] and :figure[name] */
  body: string
  bodyLine: number
}

export type ParsedQuestion = { ok: true; question: QuestionDefinition } | { ok: false; problems: FileProblem[] }
