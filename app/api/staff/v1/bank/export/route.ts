import { reading } from '../../../../../../lib/http/route.ts'
import { answerDownload } from '../../../../../../lib/points/export/answer-download.ts'
import { exportFiles, exportInAddress } from '../../../../../../lib/questions/files/export-files.ts'

export const GET = reading({}, async ({ principal, request }) => {
  // the use case reads it strictly, whatever the address says
  const given = exportInAddress(new URL(request.url).searchParams) as Parameters<typeof exportFiles>[1]
  return answerDownload(await exportFiles(principal, given))
})
