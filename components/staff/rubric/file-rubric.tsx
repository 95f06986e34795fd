'use client'
import { useState } from 'react'
import { useMessages } from '../../messages/provider.tsx'
import { quiet, secondary } from '../../site/buttons.ts'
import type { PresentRubric } from './rubric.ts'

/** To and from the question file: its rubric taken over again, and the present one as the file would say it. */
export function FileRubric({ rubric, onTake }: { rubric: PresentRubric; onTake: () => void }) {
  const { t } = useMessages()
  const [copied, setCopied] = useState(false)
  async function copy() {
    await navigator.clipboard.writeText(rubric.yaml).then(
      () => setCopied(true),
      () => setCopied(false),
    )
  }
  return (
    <details className="border-t border-rule pt-4">
      <summary className="interface text-accent">{t('rubric.file')}</summary>
      <div className="interface mt-4 flex flex-col gap-4">
        <p className="max-w-measure text-soft">{t('rubric.fileLead', { n: rubric.file.length })}</p>
        <div>
          <button type="button" className={secondary} disabled={rubric.file.length === 0} onClick={onTake}>
            {t('rubric.takeFile')}
          </button>
        </div>
        <div className="flex flex-wrap items-baseline justify-between gap-3">
          <span className="eyebrow">{t('rubric.yaml')}</span>
          <button type="button" className={quiet} onClick={copy}>
            {copied ? t('rubric.copied') : t('rubric.copyYaml')}
          </button>
        </div>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
        <pre className="max-h-96 overflow-auto bg-sheet p-3 font-mono text-fine" tabIndex={0}>
          {rubric.yaml}
        </pre>
      </div>
    </details>
  )
}
