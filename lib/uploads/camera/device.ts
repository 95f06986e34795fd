import { cookiesOf } from '../../auth/of-request.ts'
import { environment } from '../../environment.ts'

const name = 'camera-device'
const path = '/api/exam/v1/camera'

/** The secret of the telephone that makes the request; null where it has none yet. */
export function deviceOf(request: Request): string | null {
  return cookiesOf(request.headers.get('cookie')).find((cookie) => cookie.name === name)?.value ?? null
}

/** Scripts cannot read it, other sites cannot have it sent; it is gone the day after. */
export function deviceCookie(device: string, request: Request): string {
  const address = environment().NEXTAUTH_URL ?? request.url
  const secure = new URL(address).protocol === 'https:' ? '; Secure' : ''
  return `${name}=${device}; Path=${path}; Max-Age=86400; HttpOnly; SameSite=Strict${secure}`
}
