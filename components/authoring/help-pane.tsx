'use client'
import { useEffect, useState } from 'react'
import { useMessages } from '../messages/provider.tsx'

interface Entry {
  name: string
  form: string
  says: string
  example: string
}

interface Language {
  operations: { name: string; signature: string; summary: string; example: string }[]
  syntax: { written: string; says: string; example: string }[]
  generators: { name: string; form: string; says: string; example: string }[]
  kinds: { kind: string; says: string; example: string }[]
}

type Part = 'kinds' | 'generators' | 'syntax' | 'operations'

const parts = ['kinds', 'generators', 'syntax', 'operations'] as const

function entriesOf(language: Language): Record<Part, Entry[]> {
  return {
    kinds: language.kinds.map(({ kind, says, example }) => ({ name: kind, form: kind, says, example })),
    generators: language.generators,
    syntax: language.syntax.map(({ written, says, example }) => ({ name: written, form: written, says, example })),
    operations: language.operations.map(({ name, signature, summary, example }) => ({
      name,
      form: signature,
      says: summary,
      example,
    })),
  }
}

const askAgain = 2_000

async function readLanguage(signal: AbortSignal): Promise<Language | null> {
  try {
    const response = await fetch('/api/staff/v1/authoring/operations', { signal })
    return response.ok ? ((await response.json()) as Language) : null
  } catch {
    return null
  }
}

/** What can be written: kinds of fields, draws, the notation and every operation, found by any word. */
export function HelpPane() {
  const { t } = useMessages()
  const [language, setLanguage] = useState<Language | null>(null)
  const [away, setAway] = useState(false)
  const [wanted, setWanted] = useState('')
  useEffect(() => {
    const stop = new AbortController()
    let timer: ReturnType<typeof setTimeout>
    const ask = async () => {
      const found = await readLanguage(stop.signal)
      if (stop.signal.aborted) return
      setAway(found === null)
      if (found) setLanguage(found)
      else timer = setTimeout(ask, askAgain)
    }
    void ask()
    return () => {
      stop.abort()
      clearTimeout(timer)
    }
  }, [])
  const word = wanted.trim().toLowerCase()
  const fits = (entry: Entry) => Object.values(entry).join(' ').toLowerCase().includes(word)
  const found = language && entriesOf(language)
  const shown = parts.map((part) => [part, found?.[part].filter(fits) ?? []] as const)
  return (
    <div className="space-y-8">
      <section>
        <h2 className="mb-2 text-lead font-semibold">{t('authoring.keysTitle')}</h2>
        <p className="text-ui">{t('authoring.keys')}</p>
      </section>
      <div>
        <label htmlFor="help-find" className="eyebrow mb-1 block">
          {t('authoring.helpFind')}
        </label>
        <input
          id="help-find"
          type="search"
          className="ruled w-full max-w-sm"
          value={wanted}
          onChange={(event) => setWanted(event.target.value)}
        />
      </div>
      {!language && (
        <p role="status" className={away ? 'text-caution' : 'text-soft'}>
          {t(away ? 'authoring.deskAway' : 'authoring.checking')}
        </p>
      )}
      {language && shown.every(([, entries]) => entries.length === 0) && <p>{t('authoring.helpNone')}</p>}
      {shown.map(([part, entries]) =>
        entries.length === 0 ? null : (
          <section key={part}>
            <h2 className="mb-3 text-lead font-semibold">{t('authoring.helpPart', { part })}</h2>
            <dl className="space-y-3">
              {entries.map(({ name, form, says, example }) => (
                <div key={name}>
                  <dt className="font-mono text-ui font-semibold break-words">{form}</dt>
                  <dd className="text-ui">
                    {says}
                    {example && example !== form && (
                      <code className="mt-0.5 block font-mono text-fine break-words whitespace-pre-wrap text-soft">
                        {example}
                      </code>
                    )}
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        ),
      )}
    </div>
  )
}
