import { environment } from '../environment.ts'
import { clientAddress } from './client-address.ts'
import { connectionAddress } from './connection.ts'

/** From where and with what a request came: what the access rules of an exam look at. */
export interface Visit {
  /** null: unknown */
  address: string | null
  /** absolute, as the public sees it: proxies change scheme and host */
  url: string
  /** what Safe Exam Browser says of its settings and of itself, for this very address */
  configKeyHash: string | null
  requestHash: string | null
}

/** The address people open, without a slash at its end. */
export function publicOrigin(fallback: string): string {
  return new URL(environment().NEXTAUTH_URL ?? fallback).origin
}

export function visitOf(headers: Headers, url: string): Visit {
  const { pathname, search, origin } = new URL(url)
  return {
    address: clientAddress(connectionAddress(), headers.get('x-forwarded-for'), environment().TRUST_PROXY),
    url: publicOrigin(origin) + pathname + search,
    configKeyHash: headers.get('x-safeexambrowser-configkeyhash'),
    requestHash: headers.get('x-safeexambrowser-requesthash'),
  }
}
