import { mutation, reading } from '../../../../../../../lib/http/route.ts'
import { questionHistory } from '../../../../../../../lib/questions/versions/history.ts'
import { questionParams } from '../../../../../../../lib/questions/versions/params.ts'
import { saveVersion, versionBody } from '../../../../../../../lib/questions/versions/save-version.ts'

export const GET = reading({ params: questionParams }, async ({ principal, params }) => {
  const { entries } = await questionHistory(principal, params.slug)
  return { entries }
})

export const POST = mutation({ params: questionParams, body: versionBody }, ({ principal, params, body }) =>
  saveVersion(principal, params.slug, body),
)
