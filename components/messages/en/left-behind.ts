export const leftBehind = {
  ofExam: 'Answers that you typed in “{title}” are on this device only: the server does not have them yet.',
  ofThisExam: 'Answers that you typed in this exam are on this device only: the server does not have them yet.',
  action: 'Open the exam, and they are sent',
}
