import { cookies } from 'next/headers'
import { defaultLocale } from '../components/messages/catalogue.ts'
import { readPageCookies } from '../lib/http/page-cookies.ts'

/** How this browser wants to be served; none of it is personal. */
export interface RequestSettings {
  locale: string
  theme: 'light' | 'dark' | null
  /** an IANA time zone that times are printed in */
  zone: string
}

/** Read from cookies that the page's own controls set. What makes no sense is passed over. */
export async function requestSettings(): Promise<RequestSettings> {
  const jar = await cookies()
  const { theme, zone } = readPageCookies((name) => jar.get(name)?.value)
  return { locale: defaultLocale, theme, zone: zone ?? 'UTC' }
}
