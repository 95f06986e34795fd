import { type BlindParams, drawBlindPage } from '../../draw-page.tsx'

export default function SecondLookPage(props: BlindParams) {
  return drawBlindPage('second', props)
}
