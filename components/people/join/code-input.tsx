'use client'
import { useMessages } from '../../messages/provider.tsx'

/** Where a code is typed that somebody was given on paper. */
export function CodeInput({ code, onCode }: { code: string; onCode: (code: string) => void }) {
  const { t } = useMessages()
  return (
    <label className="block">
      {t('people.code')}
      <input
        className="ruled mt-1 block h-11 w-full font-mono uppercase"
        value={code}
        onChange={(event) => onCode(event.target.value)}
        autoComplete="off"
        autoCapitalize="characters"
        spellCheck={false}
        maxLength={40}
        required
      />
    </label>
  )
}
