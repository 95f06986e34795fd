'use client'
import { useRouter } from 'next/navigation'
import { useEffect } from 'react'
import { useMessages } from '../../messages/provider.tsx'

const again = 2_000

/** Says that the groups are being made, and looks again until they are there. */
export function Making() {
  const { t } = useMessages()
  const router = useRouter()
  useEffect(() => {
    const timer = setInterval(() => router.refresh(), again)
    return () => clearInterval(timer)
  }, [router])
  return <p role="status">{t('groups.making')}</p>
}
