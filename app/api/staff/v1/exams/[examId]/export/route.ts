import { examParams } from '../../../../../../../lib/attempts/input.ts'
import { reading } from '../../../../../../../lib/http/route.ts'
import { answerDownload } from '../../../../../../../lib/points/export/answer-download.ts'
import { exportPoints } from '../../../../../../../lib/points/export-points.ts'

export const GET = reading({ params: examParams }, async ({ principal, params, request }) => {
  const asked = Object.fromEntries(new URL(request.url).searchParams)
  return answerDownload(await exportPoints(principal, params.examId, asked))
})
