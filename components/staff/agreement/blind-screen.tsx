'use client'
import { ReviewScreen, type ReviewScreenProps } from '../review/screen/review-screen.tsx'
import { ask, type ReviewApi } from '../review/session/review-api.ts'

type Purpose = 'second' | 'calibration'

/** What the screen asks of the server where nobody sees another's score: nothing is claimed, nothing opened by itself. */
function blindApi(purpose: Purpose): (examId: string) => ReviewApi {
  return (examId) => ({
    next: (body) => ask(`/api/staff/v1/exams/${encodeURIComponent(examId)}/blind/next`, { ...body, purpose }),
    card: async () => ({ ok: false, trouble: { status: 404, code: 'not-found', message: null } }),
    save: (body) => ask('/api/staff/v1/blind-scores', { ...body, purpose }),
    keep: async () => ({ ok: true, value: { held: {} } }),
    release: () => {},
  })
}

const apis = { second: blindApi('second'), calibration: blindApi('calibration') }

/** The reviewing screen for scores that are compared. */
export function BlindScreen(props: Omit<ReviewScreenProps, 'first' | 'mode' | 'makeApi'> & { purpose: Purpose }) {
  const { purpose, ...screen } = props
  return <ReviewScreen {...screen} first={null} mode={purpose} makeApi={apis[purpose]} />
}
