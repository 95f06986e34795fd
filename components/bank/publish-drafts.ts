import { publishText, type Stage } from '../versions/publishing.ts'

/** Where one of several questions stands on its way to the exams. */
export type ManyStage = Stage | { at: 'waiting' } | { at: 'nothing-new' } | { at: 'not-yours' }

interface Draft {
  revision: number
  draft: boolean
  rights: { publish: boolean }
}

/** What is being worked on of a question; why not, where that cannot be said. */
async function draftOf(slug: string, signal: AbortSignal): Promise<Draft | ManyStage> {
  try {
    const response = await fetch(`/api/staff/v1/questions/${slug}/draft`, { cache: 'no-store', signal })
    if (response.ok) return (await response.json()) as Draft
    return response.status === 403 ? { at: 'not-yours' } : { at: 'failed', reason: null }
  } catch {
    return signal.aborted ? { at: 'stopped' } : { at: 'failed', reason: null }
  }
}

interface Many {
  slugs: readonly string[]
  note: string
  signal: AbortSignal
  onStage: (slug: string, stage: ManyStage) => void
}

/**
 * Has the drafts of questions audited and published, one after the other: an audit takes as much of the machine as it may,
 * and who stops it wants to know which are through.
 */
export async function publishDrafts({ slugs, note, signal, onStage }: Many): Promise<void> {
  for (const slug of slugs) {
    const stage: ManyStage = signal.aborted
      ? { at: 'stopped' }
      : await publishOne(slug, note, signal, (stage) => onStage(slug, stage))
    onStage(slug, stage)
  }
}

async function publishOne(
  slug: string,
  note: string,
  signal: AbortSignal,
  onStage: (stage: Stage) => void,
): Promise<ManyStage> {
  onStage({ at: 'saving' })
  const draft = await draftOf(slug, signal)
  if ('at' in draft) return draft
  if (!draft.rights.publish) return { at: 'not-yours' }
  if (!draft.draft) return { at: 'nothing-new' }
  return publishText({ slug, note, signal, onStage, flush: async () => draft.revision })
}

const underWay: ManyStage['at'][] = ['idle', 'waiting', 'saving', 'auditing', 'publishing']

export const ended = (stage: ManyStage | undefined): boolean => stage !== undefined && !underWay.includes(stage.at)
