import type { z } from 'zod'
import { parse } from '../http/parse.ts'
import { askGrader } from '../questions/ask-grader.ts'
import { exchangeWork } from './exchange-requests.ts'

/** Asks the grading process to read or write foreign files; turns are by person. */
export function askExchange<Answer, Work extends keyof typeof exchangeWork = keyof typeof exchangeWork>(
  personId: string,
  work: Work,
  given: z.input<(typeof exchangeWork)[Work]>,
): Promise<Answer> {
  return askGrader<Answer>(`/exchange/${work}`, { personId, given: parse(exchangeWork[work], given) })
}
