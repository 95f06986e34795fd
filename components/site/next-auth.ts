/**
 * Posts to an address of next-auth with its token against forged requests; gives the address to go to. Throws when the
 * server cannot be reached or answers something else.
 */
export async function postToNextAuth(path: string, fields: Record<string, string>): Promise<string> {
  const { csrfToken } = await json<{ csrfToken: string }>(await fetch('/api/auth/csrf', { cache: 'no-store' }))
  const body = new URLSearchParams({ ...fields, csrfToken, json: 'true' })
  const { url } = await json<{ url: string }>(await fetch(`/api/auth/${path}`, { method: 'POST', body }))
  if (typeof url !== 'string') throw new Error('no address in the answer')
  return url
}

async function json<T>(response: Response): Promise<T> {
  return (await response.json()) as T
}
