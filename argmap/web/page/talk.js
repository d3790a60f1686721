// A language server over a web socket: requests and their answers, notifications both ways.
export function talk(url) {
  return new Promise((done, fail) => {
    const socket = new WebSocket(url), waiting = new Map(), heard = new Map();
    let count = 0;
    const send = message => socket.send(JSON.stringify({ jsonrpc: "2.0", ...message }));
    socket.onopen = () => done({
      request(method, params) {
        return new Promise((yes, no) => { waiting.set(++count, { yes, no }); send({ id: count, method, params }); });
      },
      notify: (method, params) => send({ method, params }),
      on: (method, act) => heard.set(method, act),
    });
    socket.onmessage = ({ data }) => {
      const message = JSON.parse(data);
      if (message.method) { heard.get(message.method)?.(message.params); return; }
      const asked = waiting.get(message.id);
      waiting.delete(message.id);
      if (message.error) asked?.no(new Error(message.error.message)); else asked?.yes(message.result);
    };
    socket.onclose = () => { fail(new Error("argmap serve has ended")); heard.get("close")?.(); };
  });
}
