import type { Table } from './table.ts'

export type Read = { ok: true; table: Table } | { ok: false; message: string | null }

/** Has the server read a file; nothing is changed by it. */
export async function readFile(courseId: string, bytes: Blob): Promise<Read> {
  try {
    const response = await fetch(`/api/staff/v1/courses/${courseId}/table`, {
      method: 'PUT',
      headers: { 'content-type': 'application/octet-stream' },
      body: bytes,
    })
    const answer = (await response.json().catch(() => null)) as { error?: { message?: string } } | null
    if (response.ok) return { ok: true, table: answer as unknown as Table }
    return { ok: false, message: answer?.error?.message?.replace(/^file: /, '') ?? null }
  } catch {
    return { ok: false, message: null }
  }
}
