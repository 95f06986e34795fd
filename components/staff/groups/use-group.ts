'use client'
import { useRouter } from 'next/navigation'
import { useState, useTransition } from 'react'
import { useMessages } from '../../messages/provider.tsx'
import type { Draft } from '../review/session/draft.ts'
import { sendJson } from '../send-json.ts'
import type { Effect } from './effect.ts'
import { type GroupDetail, type GroupReviewed, groupsAddress, groupsApi, type ShownAnswer } from './group.ts'

/** What one may do with a group of answers, and what came of it. */
export function useGroup(examId: string, field: string, group: GroupDetail) {
  const { t } = useMessages()
  const router = useRouter()
  const [busy, setBusy] = useState(false)
  const [refreshing, startRefresh] = useTransition()
  const [done, setDone] = useState<GroupReviewed | null>(null)
  const [refused, setRefused] = useState<string | null>(null)
  const [more, setMore] = useState<ShownAnswer[]>([])
  const answers = [
    ...group.answers,
    ...more.filter((one) => !group.answers.some((each) => each.submissionId === one.submissionId)),
  ]

  async function send(rest: string, body: unknown) {
    setBusy(true)
    setRefused(null)
    const sent = await sendJson(groupsApi(examId, field, rest), body)
    setBusy(false)
    if (sent.ok) return sent.body
    setRefused(
      sent.code === 'rubric-changed'
        ? t('groups.rubricChanged')
        : t('staff.refused', { reason: sent.message ?? t('staff.unreachable') }),
    )
    // what is refused has changed meanwhile, more often than not
    startRefresh(() => router.refresh())
    return null
  }

  return {
    answers,
    busy: busy || refreshing,
    done,
    refused,
    async decide(effect: Effect, draft: Draft, again: boolean): Promise<boolean> {
      const { ticked, adjustment, comment, reason } = draft
      const made = {
        rubric: [...ticked],
        adjustment: adjustment ?? 0,
        comment,
        reason: effect.needsReason ? reason : '',
      }
      const body = { group: group.id, answers: effect.answers, again, rubricVersion: group.rubric.version, ...made }
      const found = (await send('reviews', body)) as GroupReviewed | null
      if (!found) return false
      setDone(found)
      startRefresh(() => router.refresh())
      return true
    },
    /** `away`: the group that is open may be gone afterwards. */
    async change(body: Record<string, unknown>, away = false) {
      setDone(null)
      const found = await send('changes', body)
      if (found === null) return
      if (away) router.push(groupsAddress(examId, field))
      else startRefresh(() => router.refresh())
    },
    async loadMore() {
      setBusy(true)
      const response = await fetch(
        groupsApi(examId, field, `${encodeURIComponent(group.id)}?from=${answers.length}`),
      ).catch(() => null)
      setBusy(false)
      if (!response?.ok) return setRefused(t('staff.refused', { reason: t('staff.unreachable') }))
      const found = (await response.json()) as GroupDetail
      setMore([...more, ...found.answers])
    },
  }
}
