import type { OperationLibrary } from '../../language/types.ts'
import { parseQuestion } from '../parse-question.ts'
import { declaredNames } from './declared.ts'
import { withFix } from './fixes.ts'
import { type Document, hoverExpressions } from './hover.ts'
import { hoverKeys } from './hover-keys.ts'
import type { Inspection, Range } from './inspection.ts'
import { readLoosely } from './read-loosely.ts'
import { sectionsOf } from './sections.ts'
import { settleTypes } from './settle-types.ts'

/**
 * All that an editor shows of a question file: what is wrong and where, what its names are, what stands where, and how it
 * is folded. Of a broken file as much as can be read. Nothing is thrown, whatever the source, and nothing is executed.
 */
export function inspectQuestion(
  source: string,
  slug: string,
  library: OperationLibrary,
  document: Document = () => null,
): Inspection {
  const parsed = parseQuestion(source, slug, library)
  const lines = source.split('\n')
  const textOf = ({ line, column, endColumn }: Range) => lines[line - 1]?.slice(column - 1, endColumn - 1) ?? ''
  const problems = parsed.ok ? [] : parsed.problems.map((problem) => withFix(problem, textOf))
  const loose = readLoosely(source, library)
  const outline = sectionsOf(source)
  if (!loose) return { ok: parsed.ok, title: null, problems, names: [], spans: [], outline }
  const settled = settleTypes(loose, library)
  const { spans, uses } = hoverExpressions(loose, settled, document)
  return {
    ok: parsed.ok,
    title: loose.draft.title || null,
    problems,
    names: declaredNames(loose, settled, uses),
    spans: [...spans, ...hoverKeys(loose)].toSorted((a, b) => a.line - b.line || a.column - b.column),
    outline,
  }
}
