import type { Executor } from '../../backends/executor.ts'
import { comparerOf } from './comparers.ts'
import type { Evidence } from './evidence.ts'
import type { FormulaField, JudgedFormula } from './judge-formula.ts'
import { agreesWith } from './second-execution.ts'

/** What a backend has already said of a field's formulas, by plan or by reference. */
class Certificates {
  private readonly asked = new Map<string, Promise<boolean>>()

  /** The same question is put once; a backend that failed is asked again. */
  once(key: string, ask: () => Promise<boolean>): Promise<boolean> {
    const found = this.asked.get(key)
    if (found) return found
    if (this.asked.size >= mostKept) this.asked.clear()
    const answer = ask()
    this.asked.set(key, answer)
    answer.catch(() => this.asked.delete(key))
    return answer
  }
}

const known = new WeakMap<FormulaField, WeakMap<Executor, Certificates>>()
const mostKept = 512

/**
 * Whether a backend, executing the answer and what it was compared with once more, agrees. One call for each plan,
 * over all its points. What was asked is known as long as the field is: references are executed once, and so is an
 * answer that many give.
 */
export async function certifiedBy(executor: Executor, field: FormulaField, judged: JudgedFormula): Promise<boolean> {
  const certificates = certificatesOf(field, executor)
  const all = async (formulas: readonly Evidence[]) => {
    for (const evidence of formulas) {
      const { instructions, steps } = evidence.plan
      const key = JSON.stringify([instructions, steps])
      if (!(await certificates.once(key, () => agreesWith(evidence, executor)))) return false
    }
    return true
  }
  for (const index of judged.references) {
    const reference = () => all(comparerOf(field).evidenceOfReference(index))
    if (!(await certificates.once(`reference ${index}`, reference))) return false
  }
  return all(judged.evidence)
}

function certificatesOf(field: FormulaField, executor: Executor): Certificates {
  const ofField = known.get(field) ?? new WeakMap<Executor, Certificates>()
  known.set(field, ofField)
  const certificates = ofField.get(executor) ?? new Certificates()
  ofField.set(executor, certificates)
  return certificates
}
