'use client'
import { useMessages } from '../../messages/provider.tsx'
import { StaffSection } from '../../staff/staff-heading.tsx'
import type { VersionRead } from './review.ts'
import { ReviewWords } from './review-words.tsx'
import { NewComment, SourceLines } from './source-lines.tsx'
import { Thread } from './thread.tsx'

/** A version to be read by a second author: what is said of it, its lines, and comments on both. */
export function ReviewScreen({ read, zone }: { read: VersionRead; zone: string }) {
  const { t } = useMessages()
  const { slug, version, comments } = read
  const apart = comments.filter(({ line }) => line === null)
  return (
    <>
      <ReviewWords read={read} zone={zone} />
      <StaffSection title={t('versions.wholeTitle')}>
        {apart.map((comment) => (
          <Thread key={comment.id} slug={slug} version={version} comment={comment} zone={zone} />
        ))}
        <NewComment slug={slug} version={version} line={null} />
      </StaffSection>
      <StaffSection title={t('versions.textTitle')}>
        <p className="interface mb-3 text-soft">{t('versions.textLead')}</p>
        <SourceLines read={read} zone={zone} />
      </StaffSection>
    </>
  )
}
