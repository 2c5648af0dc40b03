import { startWorkbench } from './start-workbench.ts';
import './page.css';

const place = document.getElementById('page');
if (!place) throw new Error('The page has no place for the workbench');
void startWorkbench(place);
