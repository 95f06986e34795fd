import type { z } from 'zod'
import type { Principal } from '../auth/principal.ts'
import { requireStaffAnywhere } from '../auth/require.ts'
import { missingFigures, namedFigures } from '../questions/figures/stored-figures.ts'
import { askDesk } from './ask-desk.ts'
import type { CheckAnswer } from './desk-answers.ts'
import type { checkBody } from './desk-requests.ts'
import { placesOf } from './places-of.ts'

/**
 * What is wrong in a text, what its names are and what stands where. Nothing of it is executed. A picture that nobody has
 * put here is a problem too, though the text is a question without it: it would be refused when it is published.
 */
export async function checkText(principal: Principal | null, given: z.input<typeof checkBody>): Promise<CheckAnswer> {
  const { personId } = await requireStaffAnywhere(principal)
  const checked = await askDesk<CheckAnswer>(personId, 'check', given)
  const missing = await missingFigures(namedFigures(given.source))
  if (missing.length === 0) return checked
  const message = 'This picture is not here: add it with “Add a picture”, which puts in its name, or take it out.'
  const absent = missing.flatMap((file) => placesOf(given.source, file).map((place) => ({ ...place, message })))
  return { ...checked, problems: [...checked.problems, ...absent].sort((a, b) => a.line - b.line) }
}
