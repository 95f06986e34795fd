import type { ReactNode } from 'react'
import { SiteFrame } from '../../components/site/site-frame.tsx'
import { currentPrincipal } from '../../lib/auth/current.ts'
import { requestSettings } from '../request.ts'
import { roomsOf } from '../staff-member.ts'

export default async function SiteLayout({ children }: { children: ReactNode }) {
  const [{ locale, theme }, principal] = await Promise.all([requestSettings(), currentPrincipal()])
  return (
    <SiteFrame locale={locale} theme={theme} name={principal?.name ?? null} rooms={await roomsOf(principal)}>
      {children}
    </SiteFrame>
  )
}
