"""The werkbank as a website: pages, sign-on, and what keeps it safe."""
