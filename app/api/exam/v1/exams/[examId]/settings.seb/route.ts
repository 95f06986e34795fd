import { safeBrowserSettings } from '../../../../../../../lib/access/safe-browser/settings.ts'
import { examParams } from '../../../../../../../lib/attempts/input.ts'
import { reading } from '../../../../../../../lib/http/route.ts'

/** The address behind seb:// links. The browser fetches it before anybody has signed in there. */
export const GET = reading({ params: examParams }, async ({ params, request }) => {
  const xml = await safeBrowserSettings(params.examId, request.url)
  const headers = {
    'content-type': 'application/seb',
    'content-disposition': 'attachment; filename="exam.seb"',
    'cache-control': 'no-store',
  }
  return new Response(xml, { headers })
})
