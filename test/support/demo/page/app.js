import './chat.js';
import './connections.js';
import './meter.js';
import './prices.js';
