'use client'
import { useMessages } from '../messages/provider.tsx'
import { TextDiffView } from './text-diff-view.tsx'
import type { TextDiff } from './versions.ts'

/** What differs between two texts of a question, for its authors and for those who sit it. */
export function ComparisonShown({ text, students }: { text: TextDiff; students: string[] | null }) {
  const { t } = useMessages()
  return (
    <div className="mt-6 flex flex-col gap-6">
      <TextDiffView diff={text} />
      {text.hunks.length > 0 && (
        <section className="interface">
          <h3 className="mb-1 font-semibold">{t('versions.forStudents')}</h3>
          {students === null ? (
            <p className="text-soft">{t('versions.studentsUnknown')}</p>
          ) : students.length === 0 ? (
            <p className="text-soft">{t('versions.studentsNothing')}</p>
          ) : (
            <ul className="flex list-disc flex-col gap-1 pl-5">
              {students.map((sentence, k) => (
                <li key={k}>{sentence}</li>
              ))}
            </ul>
          )}
        </section>
      )}
    </div>
  )
}
