// The frame of a reference that another tool wrote.
const frame = document.querySelector("iframe.framed");

// A name of the list opens in the frame, which may be out of sight.
for (const link of document.querySelectorAll("a[target=framed]")) {
  link.addEventListener("click", () => frame.scrollIntoView({ block: "center" }));
}

// Other sites refuse to be shown within a frame. They open alone.
frame.addEventListener("load", () => {
  frame.contentDocument?.addEventListener(
    "click",
    (event) => {
      const link = event.target.closest("a[href]");
      if (link && /^https?:$/.test(link.protocol) && link.host !== location.host) {
        link.target = "_blank";
        link.rel = "noopener";
      }
    },
    { capture: true },
  );
});
