'use client'
import type { ShownResult } from './result.ts'
import { ResultSheet } from './result-sheet.tsx'
import { SolutionsProvider } from './solutions/provider.tsx'

/** A result as its student would see it, for who releases it. */
export function ResultPreview({ attemptId, result }: { attemptId: string; result: ShownResult }) {
  return (
    <SolutionsProvider address={`/api/staff/v1/attempts/${encodeURIComponent(attemptId)}/solutions`}>
      <ResultSheet result={result} receiptAddress={null} person={null} inPage />
    </SolutionsProvider>
  )
}
