import { z } from 'zod'
import { savesBody } from '../../attempts/input.ts'
import { Refusal } from '../../http/refusal.ts'
import { contentKey, isTicketOf, sealingKey } from './sealing-key.ts'

const kind = 'referee sealed/1'
const base64 = z.string().max(2_800_000)
const fileBody = z.strictObject({
  referee: z.literal(kind),
  attempt: z.uuid(),
  keyId: z.string().max(64),
  ephemeral: base64,
  salt: base64,
  iv: base64,
  content: base64,
})
type SealedFile = z.infer<typeof fileBody>

const count = savesBody.shape.epoch
const contentBody = z.strictObject({
  attempt: z.uuid(),
  ticket: z.string().max(200),
  saves: z.array(savesBody.shape.saves.element.extend({ epoch: count })).max(20_000),
})
export type SealedSave = z.infer<typeof contentBody>['saves'][number]

const refuse = (code: string, says: string) => new Refusal(422, code, says, { field: 'file' })

function readFile(text: string): SealedFile {
  try {
    return fileBody.parse(JSON.parse(text))
  } catch {
    throw refuse('not-sealed', 'This is not a file of sealed answers.')
  }
}

async function decrypt({ content, ...head }: SealedFile): Promise<unknown> {
  const { referee, attempt, keyId, ephemeral, salt, iv } = head
  try {
    const key = await contentKey(Buffer.from(ephemeral, 'base64'), Buffer.from(salt, 'base64'), kind)
    // the very members, in the very order, that `components/sitting/seal.ts` authenticates
    const additionalData = Buffer.from(JSON.stringify([referee, attempt, keyId, ephemeral, salt, iv]))
    const how = { name: 'AES-GCM', iv: new Uint8Array(Buffer.from(iv, 'base64')), additionalData }
    const opened = await crypto.subtle.decrypt(how, key, new Uint8Array(Buffer.from(content, 'base64')))
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(opened))
  } catch {
    throw refuse('damaged', 'The file was changed or is damaged. Nothing of it was taken.')
  }
}

/** The edits in a sealed file, where it is whole and was made for this attempt by its student. */
export async function openSealed(text: string, attemptId: string, personId: string): Promise<SealedSave[]> {
  const file = readFile(text)
  if (file.attempt !== attemptId) throw refuse('other-attempt', 'This file was sealed for another attempt.')
  if (file.keyId !== sealingKey().keyId)
    throw refuse('other-key', 'This file was sealed for another installation, or before its keys were replaced.')
  const opened = contentBody.safeParse(await decrypt(file))
  if (!opened.success) throw refuse('damaged', 'What is in this file cannot be read. Nothing of it was taken.')
  const { attempt, ticket, saves } = opened.data
  if (attempt !== attemptId || !isTicketOf(ticket, attemptId, personId))
    throw refuse('other-person', 'This file was not sealed by the student of this attempt.')
  return saves
}
