'use client'
import { useRouter } from 'next/navigation'
import { useId, useState } from 'react'
import { useMessages } from '../messages/provider.tsx'

/** Whether a course publishes its questions only after a second author has approved them. */
export function ReviewRuleSwitch({ courseId, required }: { courseId: string; required: boolean }) {
  const { t } = useMessages()
  const router = useRouter()
  const id = useId()
  const [on, setOn] = useState(required)
  const [busy, setBusy] = useState(false)
  const [refusal, setRefusal] = useState<string | null>(null)

  async function change(next: boolean) {
    setBusy(true)
    setRefusal(null)
    const answer = await fetch(`/api/staff/v1/courses/${courseId}/question-review`, {
      method: 'PUT',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ required: next }),
    }).catch(() => null)
    setBusy(false)
    if (!answer?.ok) return setRefusal(t('versions.failed', { reason: t('versions.unreachable') }))
    setOn(next)
    router.refresh()
  }

  return (
    <div className="interface flex max-w-measure flex-col gap-1">
      <label htmlFor={id} className="flex min-h-6 items-baseline gap-2">
        <input
          type="checkbox"
          id={id}
          checked={on}
          disabled={busy}
          aria-describedby={`${id}-hint`}
          onChange={(event) => void change(event.target.checked)}
          className="size-4 shrink-0 translate-y-0.5 accent-accent"
        />
        {t('versions.rule')}
      </label>
      <p id={`${id}-hint`} className="eyebrow">
        {t('versions.ruleHint')}
      </p>
      <p role="status" className="text-wrong empty:hidden">
        {refusal}
      </p>
    </div>
  )
}
