/** Ids of what commands move the focus to. */
export const controls = {
  points: 'review-points',
  comment: 'review-comment',
  reason: 'review-reason',
  bank: 'comment-bank',
} as const
