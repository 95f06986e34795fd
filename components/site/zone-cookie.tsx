'use client'
import { useEffect } from 'react'

/** Tells the server in which time zone to print times: they come out right from the next page on. */
export function ZoneCookie({ zone }: { zone: string }) {
  useEffect(() => {
    const own = Intl.DateTimeFormat().resolvedOptions().timeZone
    // biome-ignore lint/suspicious/noDocumentCookie: not every browser has a cookie store
    if (own && own !== zone) document.cookie = `zone=${encodeURIComponent(own)};path=/;max-age=31536000;samesite=lax`
  }, [zone])
  return null
}
