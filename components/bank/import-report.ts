/** What becomes of a file that is brought in, as `PUT /api/staff/v1/bank/import` answers. */
export interface ImportedFile {
  path: string
  kind: 'question' | 'figure' | 'other'
  name: string | null
  what: 'new' | 'same' | 'changed' | 'taken' | 'refused' | 'ignored'
  problems: { line: number; column: number; message: string }[]
  message: string | null
  missing: string[]
  draftOf: string | null
  revision: number
  freeName: string | null
  became: string | null
  done: boolean
}

/** stopped: why it ended before all was written; asked for again it goes on */
export type Answered =
  | { ok: true; files: ImportedFile[]; stopped: string | null }
  | { ok: false; message: string | null }

/** What is known of the files after another round: what the one before has written stays written. */
export function goneOn(before: readonly ImportedFile[], after: readonly ImportedFile[]): ImportedFile[] {
  const written = new Map(before.filter(({ done }) => done).map((file) => [file.path, file]))
  return after.map((file) => written.get(file.path) ?? file)
}

/** Sends an archive with what was chosen for its files before it: to be looked at, or to be brought in. */
export async function sendArchive(
  archive: Blob,
  choices: readonly object[],
  parameters: Record<string, string>,
): Promise<Answered> {
  const head = new Blob(choices.length > 0 ? [JSON.stringify(choices)] : [])
  const asked = new URLSearchParams({ ...parameters, choices: String(head.size) })
  try {
    const response = await fetch(`/api/staff/v1/bank/import?${asked}`, {
      method: 'PUT',
      headers: { 'content-type': 'application/octet-stream' },
      body: new Blob([head, archive]),
    })
    const answer = (await response.json().catch(() => null)) as {
      files?: ImportedFile[]
      stopped?: string | null
      error?: { message?: string }
    } | null
    if (response.ok && answer?.files) return { ok: true, files: answer.files, stopped: answer.stopped ?? null }
    return { ok: false, message: answer?.error?.message ?? null }
  } catch {
    return { ok: false, message: null }
  }
}
