'use client'
import { useState } from 'react'
import { useMessages } from '../messages/provider.tsx'

const themes = ['system', 'light', 'dark'] as const
type Theme = (typeof themes)[number]
const words = { system: 'site.themeSystem', light: 'site.themeLight', dark: 'site.themeDark' } as const

/** Light or dark, or as the device has it. Kept in a cookie, so that the server sends the page in its colours. */
export function ThemeSwitch({ chosen }: { chosen: 'light' | 'dark' | null }) {
  const { t } = useMessages()
  const [theme, setTheme] = useState<Theme>(chosen ?? 'system')
  const choose = (next: Theme) => {
    setTheme(next)
    if (next === 'system') delete document.documentElement.dataset.theme
    else document.documentElement.dataset.theme = next
    // biome-ignore lint/suspicious/noDocumentCookie: not every browser has a cookie store
    document.cookie = `theme=${next};path=/;max-age=${next === 'system' ? 0 : 31536000};samesite=lax`
  }
  return (
    <label className="inline-flex items-center gap-2">
      {t('site.theme')}
      <select
        className="min-h-7 border-b border-line bg-paper px-1 text-ink"
        value={theme}
        onChange={(event) => choose(event.currentTarget.value as Theme)}
      >
        {themes.map((one) => (
          <option key={one} value={one}>
            {t(words[one])}
          </option>
        ))}
      </select>
    </label>
  )
}
