import { parentPort, workerData } from 'node:worker_threads'
import { makeGroups } from '../../review/groups/make-groups.ts'
import { asWritten, type Grouping } from './in-thread.ts'
import { sameFormulasOf } from './same-formulas.ts'

const { answers, formulas } = workerData as Grouping
parentPort?.postMessage(makeGroups(answers, formulas ? sameFormulasOf(formulas) : asWritten))
