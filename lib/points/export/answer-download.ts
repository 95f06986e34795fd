export interface Download {
  /** of letters, digits, dots and hyphens */
  name: string
  type: string
  bytes: ReadableStream<Uint8Array>
}

/** A file for the disk of whoever asked: no browser shows it, takes it for something else or keeps a copy. */
export function answerDownload({ name, type, bytes }: Download): Response {
  return new Response(bytes, {
    headers: {
      'cache-control': 'no-store',
      'content-type': type,
      'content-disposition': `attachment; filename="${name}"`,
      'x-content-type-options': 'nosniff',
    },
  })
}
