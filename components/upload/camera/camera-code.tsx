'use client'
import { useCallback, useEffect, useState } from 'react'
import { useMessages } from '../../messages/provider.tsx'
import { link, quiet } from '../../site/buttons.ts'
import { QrCode } from './qr-code.tsx'

interface Props {
  attemptId: string
  field: string
  /** asks the server what came */
  look: () => void
  onClose: () => void
}

type Code = { token: string; until: number } | { trouble: string } | 'making' | 'over'

/** How often the page looks for what the telephone sent while the code shows, in milliseconds. */
const often = 2_000

/** A code that makes a telephone the camera for one answer, and looks for what it sends. */
export default function CameraCode({ attemptId, field, look, onClose }: Props) {
  const { t } = useMessages()
  const [code, setCode] = useState<Code>('making')
  const base = `/api/exam/v1/attempts/${encodeURIComponent(attemptId)}/camera`
  const make = useCallback(async () => {
    setCode('making')
    const made = await ask(base, field)
    setCode('token' in made ? made : { trouble: made.trouble || t('upload.cameraUnreachable') })
  }, [base, field, t])
  useEffect(() => void make(), [make])
  useEffect(() => {
    const looking = setInterval(() => document.visibilityState === 'visible' && look(), often)
    return () => clearInterval(looking)
  }, [look])
  const until = typeof code === 'object' && 'until' in code ? code.until : null
  useEffect(() => {
    if (until === null) return
    const timer = setTimeout(() => setCode('over'), Math.max(0, until - Date.now()))
    return () => clearTimeout(timer)
  }, [until])

  const end = () => {
    void post(`${base}/end`, { field }).catch(() => {})
    onClose()
  }
  const address = typeof code === 'object' && 'token' in code ? `${location.origin}/camera#${code.token}` : null
  return (
    <section aria-label={t('upload.phone')} className="interface mt-4 border-l-2 border-accent bg-sheet p-4">
      {address !== null && until !== null && (
        <div className="flex flex-wrap items-start gap-x-6 gap-y-3">
          <QrCode text={address} label={t('upload.codeOf', { address })} />
          <div className="min-w-0 grow basis-56 text-fine">
            <p>{t('upload.scan')}</p>
            <p className="mt-2 text-soft">{t('upload.scanOnce', { minutes: minutesTo(until) })}</p>
            <p className="mt-2">
              <a className={`${link} break-all`} href={address} target="_blank" rel="noreferrer">
                {address}
              </a>
            </p>
          </div>
        </div>
      )}
      <p role="status" className="text-fine empty:hidden">
        {code === 'making' && t('upload.makingCode')}
        {code === 'over' && t('upload.codeOver')}
        {typeof code === 'object' && 'trouble' in code && code.trouble}
      </p>
      <p className="mt-3 flex gap-2">
        {address === null && code !== 'making' && (
          <button type="button" className={quiet} onClick={() => void make()}>
            {t('upload.newCode')}
          </button>
        )}
        <button type="button" className={quiet} onClick={end}>
          {t('upload.endCode')}
        </button>
      </p>
    </section>
  )
}

const minutesTo = (until: number) => Math.max(1, Math.round((until - Date.now()) / 60_000))

const post = (address: string, body: unknown) =>
  fetch(address, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
    keepalive: true,
    redirect: 'error',
  })

async function ask(address: string, field: string): Promise<{ token: string; until: number } | { trouble: string }> {
  try {
    const response = await post(address, { field })
    const json = (await response.json()) as {
      token?: string
      minutes?: number
      error?: { message?: string }
    }
    if (!response.ok || !json.token) return { trouble: json.error?.message ?? '' }
    // by this device's own clock, which may be wrong by any amount
    return { token: json.token, until: Date.now() + (json.minutes ?? 15) * 60_000 }
  } catch {
    return { trouble: '' }
  }
}
