import { inTurn } from './in-turn.ts'

export interface Download {
  /** of letters, digits, dots and hyphens */
  name: string
  type: string
  bytes: AsyncGenerator<Uint8Array>
}

/** A file for the disk of whoever asked: no browser shows it, takes it for something else or keeps a copy. */
export async function answerDownload({ name, type, bytes }: Download): Promise<Response> {
  return new Response(await inTurn(bytes), {
    headers: {
      'cache-control': 'no-store',
      'content-type': type,
      'content-disposition': `attachment; filename="${name}"`,
      'x-content-type-options': 'nosniff',
    },
  })
}
