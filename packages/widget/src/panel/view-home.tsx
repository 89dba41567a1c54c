import css from '../parts/home.css';
import { HomeList } from './home-list.js';
import type { LazyView } from './lazy-view.js';

/** Home, which stands beside what is needed to search. */
const homeView: LazyView = { css, start: () => ({ draws: { home: HomeList } }) };
export default homeView;
