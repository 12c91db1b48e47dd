/**
 * @typedef {Node | string | undefined | false} Child
 */

/**
 * Makes an element. Attributes that are `undefined` or `false` are left out; strings become text and never markup.
 * @template {keyof HTMLElementTagNameMap} Tag
 * @param {Tag} tag
 * @param {Readonly<Record<string, string | number | boolean | undefined>>} attributes
 * @param {...Child} children
 * @returns {HTMLElementTagNameMap[Tag]}
 */
export function element(tag, attributes, ...children) {
  const made = document.createElement(tag)
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== undefined && value !== false) made.setAttribute(name, value === true ? "" : String(value))
  }
  made.append(...children.filter((child) => child !== undefined && child !== false))
  return made
}

/**
 * The element that index.html has under this id.
 * @template {HTMLElement} Kind
 * @param {string} id
 * @param {new () => Kind} kind
 * @returns {Kind}
 */
export function byId(id, kind) {
  const found = document.getElementById(id)
  if (!(found instanceof kind)) throw new Error(`index.html has no ${kind.name} "${id}"`)
  return found
}

/**
 * An icon of index.html's sprite; decoration only.
 * @param {string} name
 */
export function icon(name) {
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg")
  const use = document.createElementNS("http://www.w3.org/2000/svg", "use")
  use.setAttribute("href", `#icon-${name}`)
  svg.setAttribute("aria-hidden", "true")
  svg.append(use)
  return svg
}

/**
 * Brings the children of `list` in line with `wanted`, keeping every node whose key and content stayed: focus, text
 * selection and what a screen reader has read already survive.
 * @param {HTMLElement} list
 * @param {readonly { key: string, content: string, make: () => HTMLElement }[]} wanted
 */
export function reconcile(list, wanted) {
  const old = new Map(Array.from(list.children, (child) => [child.getAttribute("data-key"), child]))
  let place = list.firstElementChild
  for (const { key, content, make } of wanted) {
    const kept = old.get(key)
    old.delete(key)
    if (kept && kept === place && kept.getAttribute("data-content") === content) {
      place = place.nextElementSibling
      continue
    }
    const node = kept?.getAttribute("data-content") === content ? kept : make()
    node.setAttribute("data-key", key)
    node.setAttribute("data-content", content)
    if (kept && kept !== node) {
      if (place === kept) place = kept.nextElementSibling
      kept.remove()
    }
    list.insertBefore(node, place)
  }
  for (const child of old.values()) child.remove()
}
