import './words';
import './frame.css';
import './menu.css';
import './finder.css';

export { firstPageDrawn, firstPageReady } from './first-page';
export { router } from './router';
export { useSession } from './session';
