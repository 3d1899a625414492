// Names and titles while one types: a convenience over the search form, which does without.
const field = document.getElementById("q");
const form = field.form;
const list = document.createElement("ul");
list.id = "suggestions";
list.className = "suggest";
list.role = "listbox";
list.ariaLabel = "Suggestions";
list.hidden = true;
form.append(list);
for (const [name, value] of [["role", "combobox"], ["aria-autocomplete", "list"], ["aria-controls", list.id], ["aria-expanded", "false"]]) field.setAttribute(name, value);

let chosen = -1;
let waiting;
let asking;

const show = open => {
  list.hidden = !open;
  field.setAttribute("aria-expanded", open);
  if (!open) choose(-1);
};

const choose = index => {
  list.children[chosen]?.setAttribute("aria-selected", "false");
  chosen = index;
  const option = list.children[index];
  option?.setAttribute("aria-selected", "true");
  option?.scrollIntoView({ block: "nearest" });
  if (option) field.setAttribute("aria-activedescendant", option.id);
  else field.removeAttribute("aria-activedescendant");
};

const go = option => {
  location.href = option.dataset.to;
};

const ask = async () => {
  const typed = field.value.trim();
  asking?.abort();
  if (typed.length < 2 && !/[^\u0000-\u2e7f]/.test(typed)) return show(false);
  asking = new AbortController();
  try {
    const answer = await fetch("/search/suggest.json?q=" + encodeURIComponent(typed), { signal: asking.signal });
    if (!answer.ok) return;
    const [, texts, notes, addresses] = await answer.json();
    if (document.activeElement !== field) return;
    choose(-1);
    list.replaceChildren(...texts.map((text, i) => {
      const option = document.createElement("li");
      const name = document.createElement("bdi");
      const note = document.createElement("small");
      name.textContent = text;
      note.textContent = notes[i];
      option.append(name, " ", note);
      option.id = "suggestion-" + i;
      option.role = "option";
      option.ariaSelected = "false";
      // The archive's own address may be another host's than this page's.
      option.dataset.to = new URL(addresses[i]).pathname;
      return option;
    }));
    show(texts.length > 0);
  } catch (error) {
    if (error.name !== "AbortError") show(false);
  }
};

field.addEventListener("input", () => {
  clearTimeout(waiting);
  waiting = setTimeout(ask, 120);
});

field.addEventListener("keydown", event => {
  const last = list.children.length - 1;
  if (event.isComposing) return;
  if (event.key === "Escape" && !list.hidden) {
    event.preventDefault();
    show(false);
  } else if ((event.key === "ArrowDown" || event.key === "ArrowUp") && last >= 0) {
    event.preventDefault();
    const down = event.key === "ArrowDown";
    if (list.hidden) show(true);
    // Past either end the field itself has its turn.
    choose(down ? (chosen === last ? -1 : chosen + 1) : (chosen === -1 ? last : chosen - 1));
  } else if (event.key === "Enter" && chosen >= 0) {
    event.preventDefault();
    go(list.children[chosen]);
  }
});

field.addEventListener("blur", () => {
  clearTimeout(waiting);
  asking?.abort();
  show(false);
});

// Before the field loses the focus, and with it the list.
list.addEventListener("mousedown", event => event.preventDefault());
list.addEventListener("click", event => {
  const option = event.target.closest("li");
  if (option) go(option);
});

if (document.activeElement === field && field.value !== field.defaultValue) ask();
