import { run } from '../run.ts';
import { exchanges } from './index.ts';

void run(exchanges);
