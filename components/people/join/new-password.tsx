'use client'
import { useMessages } from '../../messages/provider.tsx'

/** Where a password is chosen; the form finds it under the name `password`. */
export function NewPassword() {
  const { t } = useMessages()
  return (
    <>
      <label className="block">
        {t('people.password')}
        <input
          className="ruled mt-1 block h-11 w-full"
          name="password"
          type="password"
          autoComplete="new-password"
          aria-describedby="password-hint"
          minLength={10}
          required
        />
      </label>
      <p id="password-hint" className="text-fine text-soft">
        {t('people.passwordHint')}
      </p>
    </>
  )
}
