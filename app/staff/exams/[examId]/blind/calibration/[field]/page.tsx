import { type BlindParams, drawBlindPage } from '../../draw-page.tsx'

export default function CalibrationPage(props: BlindParams) {
  return drawBlindPage('calibration', props)
}
