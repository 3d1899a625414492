// Conveniences only: every page does its work without this file.
{
  // The sheet of years closes over the list that a year of this page leads to.
  const years = document.getElementById("years");
  years?.addEventListener("click", event => {
    if (event.target.closest("a") && years.matches(":popover-open")) years.hidePopover();
  });

  // The citation that is shown can be copied by a button where the browser allows it, with its italics; it is selected whole by a click in any case.
  const citations = [...document.querySelectorAll(".cite .txt")];
  if (citations.length && navigator.clipboard && window.ClipboardItem) {
    const copy = document.createElement("button");
    copy.type = "button";
    copy.className = "btn";
    copy.textContent = "Copy";
    copy.addEventListener("click", async () => {
      const shown = citations.find(text => text.checkVisibility());
      const plain = shown.textContent.trim().replace(/\s+/g, " ");
      const html = shown.innerHTML.trim().replace(/<(?!\/?i\b)[^>]*>/g, "");
      await navigator.clipboard.write([new ClipboardItem({ "text/plain": new Blob([plain], { type: "text/plain" }), "text/html": new Blob([html], { type: "text/html" }) })]);
      copy.textContent = "Copied";
    });
    document.querySelector(".styles").addEventListener("change", () => copy.textContent = "Copy");
    citations.at(-1).after(copy);
  }
}
