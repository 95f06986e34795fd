import type { Executors } from '../backends/executor.ts'
import type { QuestionGrading } from './verdict.ts'

/** Changes whenever the same answers could be graded differently. */
export const graderVersion = '2'

/** What executed a grading, stored with it. */
export function executionOf({ choice }: Executors, milliseconds: number): QuestionGrading['execution'] {
  return {
    backend: choice.backend,
    adapter: choice.adapter,
    tfjs: choice.versions.tfjs,
    node: choice.versions.node,
    grader: graderVersion,
    milliseconds: Math.round(milliseconds * 100) / 100,
  }
}
