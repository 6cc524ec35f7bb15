// Code that is wider than the page scrolls in its own box, which not every browser lets the keyboard reach.
const reachBoxesThatScroll = () => {
  for (const box of document.querySelectorAll("pre")) {
    if (box.scrollWidth > box.clientWidth) {
      box.tabIndex = 0;
    } else {
      box.removeAttribute("tabindex");
    }
  }
};
addEventListener("load", reachBoxesThatScroll);
addEventListener("resize", reachBoxesThatScroll);
