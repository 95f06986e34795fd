'use client'
import { useState } from 'react'
import { useMessages } from '../../messages/provider.tsx'
import { secondary } from '../../site/buttons.ts'
import { printTime } from '../../site/times.ts'
import { Outcome } from '../../staff/running/outcome.tsx'
import { sendJson } from '../../staff/send-json.ts'

/** A code by which somebody sets a new password: made, and shown this once. */
export function PasswordCode({ path, name, zone }: { path: string; name: string; zone: string }) {
  const { t, locale } = useMessages()
  const [busy, setBusy] = useState(false)
  const [made, setMade] = useState<{ code: string; expiresAt: string } | null>(null)
  const [message, setMessage] = useState<{ ok: boolean; text: string } | null>(null)

  async function make() {
    setBusy(true)
    setMessage(null)
    const sent = await sendJson(path, {})
    setBusy(false)
    setMade(sent.ok ? (sent.body as typeof made) : null)
    if (!sent.ok) setMessage({ ok: false, text: sent.message ?? t('staff.unreachable') })
  }
  return (
    <div className="basis-full">
      <button type="button" className={secondary} disabled={busy} onClick={() => void make()}>
        {t('people.resetMake')}
      </button>
      <div role="status">
        {made ? (
          <div className="mt-3 max-w-measure border border-dashed border-line p-4">
            <p className="font-mono text-lead">
              <span className="sr-only">{t('people.resetCode', { name })}</span> {made.code}
            </p>
            <p className="text-fine wrap-anywhere">
              {t('people.resetAt', { address: new URL('/password', location.href).href })}
            </p>
            <p className="mt-1 text-fine text-soft">
              {t('people.resetLead', { name, until: printTime(made.expiresAt, locale, zone) })}
            </p>
          </div>
        ) : null}
      </div>
      <Outcome message={message} />
    </div>
  )
}
