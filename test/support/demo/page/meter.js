import { connect, element } from './page.js';

const canvas = element('meter', HTMLCanvasElement);
const context = canvas.getContext('2d');
const meter = connect('/meter');

/** What fits on the canvas. @type {number[]} */
let shown = [];

function draw() {
  if (!context) return;
  const { width, height } = canvas;
  context.clearRect(0, 0, width, height);
  context.strokeStyle = getComputedStyle(canvas).color;
  context.lineWidth = 2.5;
  context.beginPath();
  for (const [x, value] of shown.entries()) context.lineTo(x * 3, height / 2 - (value * height) / 2.2);
  context.stroke();
}

meter.binaryType = 'arraybuffer';
meter.onmessage = ({ data }) => {
  shown = [...shown, ...new Float32Array(data, 4)].slice(-canvas.width / 3);
  draw();
};
