import { startWorkbench } from './start-workbench.ts';
import './page.css';

const place = document.getElementById('page');
if (!place) throw new Error('The page has no place for the workbench');
startWorkbench(place).catch((error: unknown) => {
  // A private window without storage, or a browser that is too old: say so instead of an empty page.
  console.error(error);
  const words = document.createElement('p');
  words.className = 'cannot-start';
  words.setAttribute('role', 'alert');
  words.textContent =
    'The workbench could not start in this browser. It keeps workbooks in the browser’s storage: allow that for this ' +
    'page, or leave the private window, and reload. If that does not help, try a current version of Edge or Chrome.';
  place.replaceChildren(words);
});
