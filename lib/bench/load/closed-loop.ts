import { quantile } from '../statistics.ts'
import { type Figure, ms } from '../table.ts'
import { processorTime } from './processor-time.ts'
import type { Reply } from './wire.ts'

export interface Processes {
  web: number
  postgres: number
}

/** Each student asks again as soon as the answer is there, for so many seconds; what is not 200 is counted apart. */
export async function closedLoop<Student>(
  students: readonly Student[],
  seconds: number,
  ask: (student: Student) => Promise<Reply | readonly Reply[]>,
  processes: Processes,
): Promise<{ perSecond: number; figures: Figure[] }> {
  const times: number[] = []
  let failures = 0
  const before = { web: processorTime(processes.web), postgres: processorTime(processes.postgres) }
  const began = performance.now()
  const end = began + seconds * 1000
  await Promise.all(
    students.map(async (student) => {
      while (performance.now() < end) {
        const at = performance.now()
        const replies = [await ask(student)].flat()
        if (replies.some(({ status }) => status !== 200)) failures += 1
        else times.push(performance.now() - at)
      }
    }),
  )
  const lasted = (performance.now() - began) / 1000
  const each = (key: keyof Processes) => (processorTime(processes[key]) - before[key]) / Math.max(1, times.length)
  const perSecond = times.length / lasted
  const value = [
    `${perSecond.toFixed(0)}/s`,
    `p50 ${ms(quantile(times, 0.5))}, p95 ${ms(quantile(times, 0.95))}, p99 ${ms(quantile(times, 0.99))}`,
    `CPU ms: server ${each('web').toFixed(2)}, Postgres ${each('postgres').toFixed(2)}`,
    ...(failures > 0 ? [`${failures} failed`] : []),
  ].join('   ')
  return { perSecond, figures: [{ what: `${students.length} students`, value }] }
}
