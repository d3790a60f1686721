// A language server at the other end of a link: requests and their answers, notifications both ways.
// A link has `send(text)`, and calls `hear(text)` and `ended()`, which are set here.
export function talk(link) {
  const waiting = new Map(), heard = new Map();
  let count = 0;
  const send = message => link.send(JSON.stringify({ jsonrpc: "2.0", ...message }));
  link.hear = text => {
    const message = JSON.parse(text);
    if (message.method) { heard.get(message.method)?.(message.params); return; }
    const asked = waiting.get(message.id);
    waiting.delete(message.id);
    if (message.error) asked?.no(new Error(message.error.message)); else asked?.yes(message.result);
  };
  link.ended = () => heard.get("close")?.();
  return {
    request: (method, params) => new Promise((yes, no) => { waiting.set(++count, { yes, no }); send({ id: count, method, params }); }),
    notify: (method, params) => send({ method, params }),
    on: (method, act) => heard.set(method, act),
  };
}

export function overSocket(url) {
  return new Promise((done, fail) => {
    const socket = new WebSocket(url), link = { send: text => socket.send(text) };
    socket.onopen = () => done(link);
    socket.onmessage = ({ data }) => link.hear(data);
    socket.onclose = () => { fail(new Error("argmap serve has ended")); link.ended?.(); };
  });
}
