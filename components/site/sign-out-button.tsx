'use client'
import { useState } from 'react'
import { useMessages } from '../messages/provider.tsx'
import { primary } from './buttons.ts'
import { postToNextAuth } from './next-auth.ts'

/** Others may sit at this device next: what the server has of anybody's answers goes; what it has not stays. */
async function forgetSettled(): Promise<void> {
  try {
    await (await import('../sitting/engine/journal/whole-device.ts')).forgetSettled(null)
  } catch {
    // a browser that keeps nothing has nothing to forget
  }
}

export function SignOutButton() {
  const { t } = useMessages()
  const [failed, setFailed] = useState(false)
  const leave = () => {
    setFailed(false)
    postToNextAuth('signout', { callbackUrl: '/' })
      .then(forgetSettled)
      .then(
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
