import { connect, element } from './page.js';

const latency = element('echo', HTMLElement);
const status = element('session', HTMLElement);
const signIn = element('sign-in', HTMLButtonElement);
const access = element('admin', HTMLElement);

/** ms, to a tenth */
const now = () => Math.round(performance.now() * 10) / 10;

const echo = connect('/echo?echo');
echo.onopen = () => setInterval(() => echo.send(JSON.stringify({ ping: now() })), 1000);
echo.onmessage = ({ data }) => {
  latency.textContent = `${(now() - JSON.parse(data).ping).toFixed(1)} ms there and back`;
};

function openSession() {
  const session = connect('/session');
  signIn.hidden = true;
  session.onmessage = () => {
    status.textContent = 'Signed in';
  };
  session.onclose = ({ code, reason }) => {
    status.textContent = `${reason} (${code})`;
    signIn.hidden = false;
  };
}

signIn.addEventListener('click', openSession);
openSession();

const admin = connect('/admin?reject=403');
admin.onclose = ({ code }) => {
  access.textContent = `refused (${code})`;
};
