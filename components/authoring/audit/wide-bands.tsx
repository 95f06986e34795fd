'use client'
import { useMessages } from '../../messages/provider.tsx'
import { printBand } from '../../result/values.ts'
import type { Preview } from '../preview/preview.ts'
import { wideBands } from './advice.ts'

/** Says of which fields far more is right than their decimals let one think, and what to do about it. */
export function WideBands({ preview }: { preview: Preview | null }) {
  const { t } = useMessages()
  const fields = wideBands(preview?.expected ?? [])
  if (fields.length === 0) return null
  return (
    <ul className="space-y-1 border-l-2 border-caution bg-wash px-4 py-2 text-ui">
      {fields.map(({ label, decimals, band }) => (
        <li key={label}>{t('authoring.wideBand', { label, decimals, band: printBand(band) })}</li>
      ))}
    </ul>
  )
}
