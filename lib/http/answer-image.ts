/** A picture that does nothing but be looked at: the browser asks each time whether it may still show it. */
export function answerImage(
  request: Request,
  { bytes, mark, type = 'image/jpeg' }: { bytes: Buffer; mark: string; type?: 'image/jpeg' | 'image/png' },
): Response {
  const etag = `"${mark}"`
  const headers = {
    'cache-control': 'private, no-cache',
    vary: 'cookie',
    etag,
    'content-type': type,
    'content-disposition': `inline; filename="picture.${type === 'image/png' ? 'png' : 'jpg'}"`,
    'content-security-policy': "sandbox; default-src 'none'",
    'cross-origin-resource-policy': 'same-origin',
    'x-content-type-options': 'nosniff',
  }
  const known = request.headers.get('if-none-match')?.split(',') ?? []
  if (known.some((tag) => tag.trim().replace(/^W\//, '') === etag)) return new Response(null, { status: 304, headers })
  return new Response(new Uint8Array(bytes), { headers })
}
