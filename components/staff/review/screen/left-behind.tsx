'use client'
import { useMessages } from '../../../messages/provider.tsx'
import { link } from '../../../site/buttons.ts'

/** Decisions that an earlier sitting left on this browser: nothing that was typed is lost. */
export function LeftBehind(props: { submissions: readonly string[]; addressOf: (submissionId: string) => string }) {
  const { t } = useMessages()
  const { submissions, addressOf } = props
  if (submissions.length === 0) return null
  return (
    <p role="status" className="interface mb-6 flex flex-wrap gap-x-4 gap-y-1 border-l-2 border-caution pl-3">
      {t('reviewing.leftBehind', { n: submissions.length })}
      {submissions.map((one, k) => (
        <a key={one} className={link} href={addressOf(one)}>
          {t('reviewing.leftOne', { n: k + 1 })}
        </a>
      ))}
    </p>
  )
}
