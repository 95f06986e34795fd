import { reading } from '../../../../../../lib/http/route.ts'
import { answerDownload } from '../../../../../../lib/points/export/answer-download.ts'
import { exportFiles } from '../../../../../../lib/questions/files/export-files.ts'

export const GET = reading({}, async ({ principal, request }) => {
  const asked = new URL(request.url).searchParams
  const { slug: _, ...single } = Object.fromEntries(asked)
  const given = { ...single, slug: asked.getAll('slug') } as Parameters<typeof exportFiles>[1]
  return answerDownload(await exportFiles(principal, given))
})
