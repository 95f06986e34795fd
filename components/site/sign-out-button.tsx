'use client'
import { useState } from 'react'
import { useMessages } from '../messages/provider.tsx'
import { primary } from './buttons.ts'
import { postToNextAuth } from './next-auth.ts'

export function SignOutButton() {
  const { t } = useMessages()
  const [failed, setFailed] = useState(false)
  const leave = () => {
    setFailed(false)
    postToNextAuth('signout', { callbackUrl: '/' }).then(
      () => location.assign('/'),
      () => setFailed(true),
    )
  }
  return (
    <>
      <button type="button" className={primary} onClick={leave}>
        {t('signIn.signOut')}
      </button>
      <p role="alert" className="interface mt-4 text-wrong empty:hidden">
        {failed && t('signIn.failed')}
      </p>
    </>
  )
}
