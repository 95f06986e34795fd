import { serveJobs } from './serve-jobs.ts'
import { openBench } from './work.ts'

/** `node desk-main.ts <kind>` */
const [kind = ''] = process.argv.slice(2)
serveJobs(await openBench(kind))
