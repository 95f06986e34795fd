import { reading } from '../../../../../../../../lib/http/route.ts'
import { questionVersion } from '../../../../../../../../lib/questions/versions/history.ts'
import { versionParams } from '../../../../../../../../lib/questions/versions/params.ts'

export const GET = reading({ params: versionParams }, ({ principal, params }) =>
  questionVersion(principal, params.slug, params.version),
)
