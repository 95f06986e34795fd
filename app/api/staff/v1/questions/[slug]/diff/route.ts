import { reading } from '../../../../../../../lib/http/route.ts'
import { comparedTexts, compareTexts } from '../../../../../../../lib/questions/versions/compare.ts'
import { questionParams } from '../../../../../../../lib/questions/versions/params.ts'

export const GET = reading({ params: questionParams }, ({ principal, params, request }) => {
  const { from, to } = comparedTexts(new URL(request.url).searchParams)
  return compareTexts(principal, params.slug, from, to)
})
