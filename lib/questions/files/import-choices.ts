import { z } from 'zod'
import { invalid } from '../../http/refusal.ts'
import { questionSlug } from '../preview-question.ts'

const path = z.string().max(300)

/** How somebody settles what is to become of a file; without it a new one becomes a draft, and nothing else is touched. */
const choice = z.discriminatedUnion('how', [
  z.strictObject({ how: z.literal('skip'), path }),
  z.strictObject({ how: z.literal('rename'), path, name: questionSlug }),
  /** the draft of the question of this name, which was of that revision when it was looked at */
  z.strictObject({ how: z.literal('draft'), path, revision: z.int().min(0) }),
])
const choices = z.array(choice).max(2_000)

export type ImportChoice = z.infer<typeof choice>

/** What is sent begins with the choices, so many bytes of JSON: for an address they can be too many. The archive follows. */
export function splitChoices(
  sent: Buffer,
  length: number,
): { choices: ReadonlyMap<string, ImportChoice>; archive: Buffer } {
  return { choices: readChoices(sent.subarray(0, length)), archive: sent.subarray(length) }
}

function readChoices(bytes: Buffer): ReadonlyMap<string, ImportChoice> {
  if (bytes.length === 0) return new Map()
  try {
    return new Map(choices.parse(JSON.parse(bytes.toString())).map((one) => [one.path, one]))
  } catch {
    throw invalid('What is to become of the files cannot be read.', 'choices')
  }
}
