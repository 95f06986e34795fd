import { examParams } from '../../../../../../../../lib/attempts/input.ts'
import { mutation } from '../../../../../../../../lib/http/route.ts'
import { calibrationBody, drawCalibration } from '../../../../../../../../lib/review/blind/draw-calibration.ts'

export const POST = mutation({ params: examParams, body: calibrationBody }, ({ principal, params, body }) =>
  drawCalibration(principal, params.examId, body),
)
