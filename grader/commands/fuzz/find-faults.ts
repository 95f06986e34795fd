import { operations } from '../../operations/library.ts'
import { manual } from '../../operations/manual.ts'
import { completeAt } from '../../question/outline/complete.ts'
import { inspectQuestion } from '../../question/outline/inspect-question.ts'
import type { OutlineItem, Range } from '../../question/outline/inspection.ts'
import type { Random } from '../../question/random.ts'

const documented = manual()
const documents = new Map(documented.map((entry) => [entry.name, entry]))

/** What must be true of whatever is said of a file, broken or not; the first thing that is not, else null. */
export function findFault(source: string): { fault: string | null; ok: boolean } {
  const { ok, problems, names, spans, outline } = inspectQuestion(source, 'fuzz', operations, (name) => {
    return documents.get(name) ?? null
  })
  const lines = source.split('\n')
  const inside = ({ line, column, endLine, endColumn }: Range) =>
    line >= 1 &&
    line <= lines.length &&
    endLine === line &&
    column >= 1 &&
    endColumn >= column &&
    endColumn <= (lines[line - 1] ?? '').length + 1
  if (!ok && problems.length === 0) return { ok, fault: 'neither a question nor a problem' }
  for (const problem of problems) {
    if (!inside(problem)) return { ok, fault: `a problem outside the file: ${JSON.stringify(problem)}` }
    if (problem.message.trim() === '') return { ok, fault: 'a problem without words' }
  }
  const lost = [...names, ...names.flatMap(({ uses }) => uses), ...spans].find((range) => !inside(range))
  if (lost) return { ok, fault: `a place outside the file: ${JSON.stringify(lost)}` }
  const folds = (items: readonly OutlineItem[]): boolean =>
    items.every(
      ({ line, endLine, children }) => line >= 1 && endLine >= line && endLine <= lines.length && folds(children),
    )
  return { ok, fault: folds(outline) ? null : 'a section outside the file' }
}

/** Completion somewhere in the file; throws where it does not survive. */
export function completeSomewhere(source: string, random: Random): void {
  const lines = source.split('\n')
  const line = 1 + random.below(lines.length)
  const column = 1 + random.below((lines[line - 1] ?? '').length + 1)
  completeAt(source, { line, column }, operations, documented)
}
