'use client'
import { type ReactNode, useId } from 'react'
import { useMessages } from '../../messages/provider.tsx'
import type { AccessShown } from './overview.ts'

/** Which settings students start with; `upload`: another file, not chosen yet. */
export type ChosenSettings = 'own' | 'keep' | 'upload' | { name: string; base64: string }

interface Props {
  page: string
  shown: AccessShown
  settings: ChosenSettings
  onSettings: (settings: ChosenSettings) => void
  children: ReactNode
}

/** The settings that Safe Exam Browser is started with, and the keys that are right besides theirs. */
export function SafeBrowserFields({ page, shown, settings, onSettings, children }: Props) {
  const { t } = useMessages()
  const id = useId()
  const another = settings === 'upload' || typeof settings === 'object'
  const choice = (value: 'own' | 'keep' | 'upload', text: string) => (
    <label className="flex min-h-7 items-center gap-2.5">
      <input
        type="radio"
        name={id}
        className="size-4 accent-accent"
        checked={value === 'upload' ? another : settings === value}
        onChange={() => onSettings(value)}
      />
      {text}
    </label>
  )
  return (
    <div className="flex flex-col gap-6 border-l border-rule pl-5">
      <fieldset className="flex flex-col gap-1">
        <legend className="eyebrow mb-1">{t('access.given')}</legend>
        {choice('own', t('access.ownSettings'))}
        {shown.rules.uploaded && choice('keep', t('access.keepSettings'))}
        {choice('upload', t('access.upload'))}
        {another && (
          <div className="flex flex-col gap-1 pl-6.5">
            <input
              type="file"
              aria-label={t('access.file')}
              aria-describedby={`${id}-file`}
              accept=".seb,.plist,.xml"
              onChange={async (event) => onSettings(await chosenFile(event.target.files?.[0]))}
            />
            <span id={`${id}-file`} className="text-fine break-all text-soft">
              {t('access.fileKey', { page })}
            </span>
          </div>
        )}
        {settings === 'keep' && shown.wrongStart && <WrongStart wrong={shown.wrongStart} page={page} />}
        {!another && shown.rules.safeBrowser && (
          <span className="text-fine break-all text-soft">{t('access.configKey', { key: shown.configKey })}</span>
        )}
      </fieldset>
      {children}
    </div>
  )
}

/** Students would be sent somewhere else, and staff hear of it in the hall: so it is said here. */
function WrongStart({ wrong, page }: { wrong: NonNullable<AccessShown['wrongStart']>; page: string }) {
  const { t } = useMessages()
  return (
    <div className="my-2 border-l-2 border-wrong pl-4 break-words">
      <p className="text-wrong">
        {wrong.found === null
          ? t('access.noStart')
          : t('access.wrongStart', { found: wrong.found, line: wrong.line ?? 0 })}
      </p>
      <p className="mt-1 text-soft">{t('access.mendStart', { page })}</p>
    </div>
  )
}

async function chosenFile(file: File | undefined): Promise<ChosenSettings> {
  if (!file) return 'upload'
  const bytes = new Uint8Array(await file.arrayBuffer())
  let binary = ''
  for (const byte of bytes) binary += String.fromCharCode(byte)
  return { name: file.name, base64: btoa(binary) }
}
