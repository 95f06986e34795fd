'use client'
import { useRouter } from 'next/navigation'
import { type FormEvent, useId, useState } from 'react'
import { useMessages } from '../../messages/provider.tsx'
import { primary, quiet } from '../../site/buttons.ts'
import { Outcome } from '../running/outcome.tsx'
import { sendJson } from '../send-json.ts'
import { Box } from './box.tsx'
import { linesOf, madeUpCode } from './lines.ts'
import type { AccessShown } from './overview.ts'
import { PhoneCamera } from './phone-camera.tsx'
import { type ChosenSettings, SafeBrowserFields } from './safe-browser-fields.tsx'

/** The rules of access to an exam, all of them in one form. */
export function AccessForm({ examId, page, shown }: { examId: string; page: string; shown: AccessShown }) {
  const { t } = useMessages()
  const router = useRouter()
  const id = useId()
  const { rules, mayChange } = shown
  const [code, setCode] = useState(rules.code ?? '')
  const [networks, setNetworks] = useState(rules.networks.join('\n'))
  const [safeBrowser, setSafeBrowser] = useState(rules.safeBrowser)
  const [configKeys, setConfigKeys] = useState(rules.configKeys.join('\n'))
  const [browserKeys, setBrowserKeys] = useState(rules.browserKeys.join('\n'))
  const [settings, setSettings] = useState<ChosenSettings>(rules.uploaded ? 'keep' : 'own')
  const [phoneCamera, setPhoneCamera] = useState(rules.phoneCamera)
  const [busy, setBusy] = useState(false)
  const [message, setMessage] = useState<{ ok: boolean; text: string } | null>(null)

  async function save(event: FormEvent) {
    event.preventDefault()
    if (settings === 'upload') return setMessage({ ok: false, text: t('access.chooseFile') })
    setBusy(true)
    const sent = await sendJson(`/api/staff/v1/exams/${examId}/access`, {
      code: code.trim() === '' ? null : code,
      networks: linesOf(networks),
      safeBrowser,
      configKeys: linesOf(configKeys),
      browserKeys: linesOf(browserKeys),
      phoneCamera,
      ...(settings === 'keep' ? {} : { settings: settings === 'own' ? null : settings.base64 }),
    })
    setBusy(false)
    setMessage({ ok: sent.ok, text: sent.ok ? t('access.saved') : (sent.message ?? t('staff.unreachable')) })
    if (!sent.ok) return
    if (typeof settings === 'object') setSettings('keep')
    router.refresh()
  }

  return (
    <form onSubmit={save} className="interface max-w-3xl">
      <fieldset disabled={!mayChange} className="flex min-w-0 flex-col gap-7">
        <div className="flex flex-col gap-1">
          <label className="eyebrow" htmlFor={`${id}-code`}>
            {t('access.code')}
          </label>
          <span className="flex flex-wrap items-center gap-3">
            <input
              id={`${id}-code`}
              className="ruled w-56"
              autoComplete="off"
              spellCheck={false}
              maxLength={60}
              aria-describedby={`${id}-code-hint`}
              value={code}
              onChange={(event) => setCode(event.target.value)}
            />
            <button
              type="button"
              className={quiet}
              onClick={() => setCode(madeUpCode(crypto.getRandomValues(new Uint8Array(6))))}
            >
              {t('access.makeCode')}
            </button>
          </span>
          <span id={`${id}-code-hint`} className="text-fine text-soft">
            {t('access.codeHint')}
          </span>
        </div>
        <Box
          name={t('access.networks')}
          hint={t('access.networksHint', { address: shown.address ?? t('access.unknownAddress') })}
          value={networks}
          onChange={setNetworks}
        />
        <div className="flex flex-col gap-2">
          <label className="flex min-h-7 items-center gap-2.5 font-semibold">
            <input
              type="checkbox"
              className="size-4 accent-accent"
              checked={safeBrowser}
              onChange={(event) => setSafeBrowser(event.target.checked)}
            />
            {t('access.safeBrowser')}
          </label>
          <p className="text-soft">{t('access.deterrence')}</p>
        </div>
        {safeBrowser && (
          <SafeBrowserFields page={page} shown={shown} settings={settings} onSettings={setSettings}>
            <Box
              name={t('access.configKeys')}
              hint={t('access.keysHint')}
              value={configKeys}
              onChange={setConfigKeys}
            />
            <Box
              name={t('access.browserKeys')}
              hint={t('access.keysHint')}
              value={browserKeys}
              onChange={setBrowserKeys}
            />
          </SafeBrowserFields>
        )}
        <PhoneCamera value={phoneCamera} onChange={setPhoneCamera} />
        <div className="flex flex-wrap items-center gap-3">
          <button type="submit" className={primary} disabled={busy || !mayChange}>
            {busy ? t('staff.sending') : t('access.save')}
          </button>
          {mayChange ? <Outcome message={message} /> : <span className="text-soft">{t('access.onlyInstructors')}</span>}
        </div>
      </fieldset>
    </form>
  )
}
