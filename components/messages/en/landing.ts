export const landing = {
  headline: 'Exams that are graded by running them',
  lead:
    'Every question carries its reference as a short program. It is executed on your own numbers, so a right answer in ' +
    'any form is right, a slip costs what it is worth, and what follows from it still earns its points.',
  students: 'For students',
  studentsText:
    'Type numbers, matrices, shapes and formulas as you would write them. The page says at once what it read, saves as ' +
    'you go, and shows the worked solution with your numbers when the result is out.',
  teachers: 'For teachers',
  teachersText:
    'Write a question in ten minutes, as one text file. Every variant is proven to tell right from wrong before anybody ' +
    'sees it, mistakes are named, and free text waits for a person.',
  signIn: 'Sign in',
  toExams: 'To your exams',
}
