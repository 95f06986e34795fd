import { benchExecution } from '../../grader/bench/execution.ts'

/** Rows graded a second, operation by operation and backend by backend; the grader prints nothing itself. */
export async function execution(): Promise<void> {
  console.log(await benchExecution())
}
