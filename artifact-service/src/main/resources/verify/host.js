// Opens the page as the web app does, from a document of the app's origin. What the page says goes to the server over the
// binding liveSays; what the server answers comes in through liveAnswers. There is no cookie and no credential here.
(({ url, nonce }) => {
  const fill = "margin:0;padding:0;border:0;width:100%;height:100%;overflow:hidden;background:#fff";
  const frame = document.createElement("iframe");
  frame.title = "Page";
  frame.sandbox = "allow-scripts allow-forms allow-modals";
  frame.referrerPolicy = "no-referrer";
  let port;
  window.liveAnswers = (message) => port.postMessage(message);
  window.addEventListener("message", ({ source, data }) => {
    if (port || source !== frame.contentWindow || data?.live !== "hello" || data.nonce !== nonce) return;
    const channel = new MessageChannel();
    port = channel.port1;
    port.onmessage = (event) => window.liveSays(JSON.stringify(event.data));
    frame.contentWindow.postMessage({ live: "port" }, "*", [channel.port2]);
  });
  for (const element of [document.documentElement, document.body, frame]) element.style.cssText = fill;
  frame.src = url;
  document.body.replaceChildren(frame);
})(__CONFIG__);
