import type { Executors } from '../../../grader/backends/executor.ts'
import { readArchive } from '../../archive/read-archive.ts'
import { serveJobs } from '../desk/serve-jobs.ts'
import { readForeignFile } from './read-file.ts'
import { writeQuestions } from './write-questions.ts'

/** A process that takes foreign files apart and makes them: what is hostile in one stays here. */
let executors: Promise<Executors> | null = null

async function startAll(): Promise<Executors> {
  const { startExecutors } = await import('../../../grader/backends/ladder.ts')
  return startExecutors()
}

serveJobs(async (work, body) => {
  if (work === 'read') {
    const { bytes, format } = body as { bytes: string; format: Parameters<typeof readForeignFile>[1] }
    return readForeignFile(Buffer.from(bytes, 'base64'), format, readArchive)
  }
  executors ??= startAll()
  return writeQuestions(body as Parameters<typeof writeQuestions>[0], await executors)
})
