import { exportFile } from '../../../../../../lib/exchange/write-export.ts'
import { reading } from '../../../../../../lib/http/route.ts'
import { answerDownload } from '../../../../../../lib/points/export/answer-download.ts'

export const GET = reading({}, async ({ principal, request }) =>
  answerDownload(
    await exportFile(
      principal,
      Object.fromEntries(new URL(request.url).searchParams) as { format: 'qti'; slugs: string },
    ),
  ),
)
