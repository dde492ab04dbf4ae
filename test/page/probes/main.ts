import { run } from '../run.ts';
import { probes } from './index.ts';

void run(probes);
