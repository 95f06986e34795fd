import { broken } from './broken.ts'

export const site = {
  name: 'Referee',
  description: 'An exam platform that grades by execution',
  skip: 'Skip to the content',
  exams: 'Exams',
  staff: 'Courses',
  questions: 'Questions',
  signIn: 'Sign in',
  signOut: 'Sign out',
  signedInAs: 'Signed in as {name}',
  theme: 'Colours',
  themeSystem: 'as the device',
  themeLight: 'light',
  themeDark: 'dark',
  notFound: 'There is nothing here',
  notFoundText: 'The address leads nowhere, or to something that is not yours.',
  toStart: 'To the start',
  broken,
  brokenText: 'Nothing that was saved is lost. Try again; if it stays like this, tell the person who runs this site.',
  tryAgain: 'Try again',
}
