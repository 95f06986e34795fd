'use client'
import { useMessages } from '../../messages/provider.tsx'
import { Label } from '../../paper/label.tsx'
import { Paper } from '../../paper/paper.tsx'
import { Alternatives } from '../../staff/preview/alternatives.tsx'
import { ExpectedValues } from '../../staff/preview/expected-values.tsx'
import { WideBands } from '../audit/wide-bands.tsx'
import type { Preview } from './preview.ts'

/** What is right for these numbers and how exact it must be, what every mistake gives, and the worked solution. */
export function ValuesPane({ preview }: { preview: Preview | null }) {
  const { t } = useMessages()
  if (!preview) return <p className="text-soft">{t('authoring.nothingYet')}</p>
  const solved = preview.paper.fields.filter(({ name }) => (preview.solution[name] ?? []).length > 0)
  return (
    <div className="space-y-10">
      <section aria-labelledby="values-expected">
        <h2 id="values-expected" className="mb-3 text-lead font-semibold">
          {t('authoring.expected')}
        </h2>
        {preview.expected.length > 0 ? (
          <div className="space-y-6">
            <ExpectedValues fields={preview.expected} t={t} />
            <WideBands preview={preview} />
          </div>
        ) : (
          <p className="text-soft">{t('authoring.noExpected')}</p>
        )}
      </section>
      <section aria-labelledby="values-alternatives">
        <h2 id="values-alternatives" className="mb-3 text-lead font-semibold">
          {t('authoring.alternatives')}
        </h2>
        <Alternatives all={preview.alternatives} t={t} />
      </section>
      {solved.length > 0 && (
        <section aria-labelledby="values-solution">
          <h2 id="values-solution" className="mb-3 text-lead font-semibold">
            {t('authoring.solution')}
          </h2>
          {solved.map((field) => (
            <div key={field.name} className="mb-6">
              <h3 className="eyebrow mb-1.5">
                <Label of={field} />
              </h3>
              <Paper nodes={preview.solution[field.name] ?? []} />
            </div>
          ))}
        </section>
      )}
    </div>
  )
}
