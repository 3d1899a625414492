// Conveniences only: every page does its work without this file.
{
  // The sheet of years closes over the list that a year of this page leads to.
  const years = document.getElementById("years");
  years?.addEventListener("click", event => {
    if (event.target.closest("a") && years.matches(":popover-open")) years.hidePopover();
  });

  // The citation can be copied by a button where the browser allows it; it is selected whole by a click in any case.
  const citation = document.querySelector(".cite .txt");
  if (citation && navigator.clipboard) {
    const copy = document.createElement("button");
    copy.type = "button";
    copy.className = "btn";
    copy.textContent = "Copy";
    copy.addEventListener("click", async () => {
      await navigator.clipboard.writeText(citation.textContent.trim().replace(/\s+/g, " "));
      copy.textContent = "Copied";
    });
    citation.after(copy);
  }
}
