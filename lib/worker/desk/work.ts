import type { DeskWork } from '../../authoring/desk-requests.ts'

export type Progress = (value: unknown) => void
export type Bench = (work: string, body: unknown, progress: Progress) => Promise<unknown>
type Task = (body: never, progress: Progress) => unknown
type Tasks = Partial<Record<DeskWork | 'full', Task>>

/** Reading up and checking need no backend, and are there at once. */
async function quickTasks(): Promise<Tasks> {
  const [{ checkSource }, { completeSource }, { language }] = await Promise.all([
    import('./check-source.ts'),
    import('./complete-source.ts'),
    import('./language.ts'),
  ])
  return { check: checkSource, complete: completeSource, language }
}

async function executingTasks(kind: string): Promise<Tasks> {
  const [{ startExecutors }, { guardedJudge }] = await Promise.all([
    import('../../../grader/backends/ladder.ts'),
    import('../../../grader/marking/formula/guard/guarded-judge.ts'),
  ])
  const executors = { ...(await startExecutors()), formulas: guardedJudge() }
  if (kind === 'preview') {
    const { previewDesk } = await import('./preview-source.ts')
    return previewDesk(executors)
  }
  const { auditDesk } = await import('./audit-source.ts')
  return auditDesk(executors)
}

/** What a desk of a kind can do. */
export async function openBench(kind: string): Promise<Bench> {
  const tasks = kind === 'quick' ? await quickTasks() : await executingTasks(kind)
  return async (work, body, progress) => {
    const task = tasks[work as keyof Tasks]
    if (!task) throw new Error(`This desk does not know “${work}”.`)
    return task(body as never, progress)
  }
}
