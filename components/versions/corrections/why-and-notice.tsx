'use client'
import { useId } from 'react'
import { useMessages } from '../../messages/provider.tsx'

/** What is said of a correction: to whoever reads the history, and to students. */
export interface Words {
  reason: string
  notice: string
}

export function WhyAndNotice({ words, onWords }: { words: Words; onWords: (words: Words) => void }) {
  const { t } = useMessages()
  const id = useId()
  return (
    <>
      <label className="flex flex-col gap-1" htmlFor={`${id}-reason`}>
        <span className="eyebrow">{t('corrections.reason')}</span>
        <input
          id={`${id}-reason`}
          className="ruled w-full"
          required
          maxLength={2000}
          value={words.reason}
          onChange={(event) => onWords({ ...words, reason: event.target.value })}
        />
      </label>
      <label className="flex flex-col gap-1" htmlFor={`${id}-notice`}>
        <span className="eyebrow">{t('corrections.notice')}</span>
        <textarea
          id={`${id}-notice`}
          className="ruled min-h-20 w-full"
          maxLength={4000}
          aria-describedby={`${id}-notice-hint`}
          value={words.notice}
          onChange={(event) => onWords({ ...words, notice: event.target.value })}
        />
      </label>
      <p id={`${id}-notice-hint`} className="eyebrow">
        {t('corrections.noticeHint')}
      </p>
    </>
  )
}
