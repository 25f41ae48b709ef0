export const $ = (id) => document.getElementById(id);

export function make(tag, properties, ...children) {
  const element = Object.assign(document.createElement(tag), properties);
  element.append(...children.filter((child) => child !== null));
  return element;
}

export function message(title, words, look = "") {
  const box = make("div", { className: `message ${look}` }, make("strong", { textContent: title }), words);
  if (look === "bad") box.setAttribute("role", "alert");
  return box;
}
